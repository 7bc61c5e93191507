using NewsWatch.Contracts;
using NewsWatch.Gateway.Watches;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Storage.Catalogue;

namespace NewsWatch.Gateway.Queries;

/// <summary>What is wrong with the query of a watch or a fragment, as a sentence; <see langword="null"/> where nothing is.</summary>
internal static class QueryProblems
{
    /// <summary>Why the query of a fragment cannot be read.</summary>
    /// <param name="fragment">The fragment.</param>
    /// <param name="fragments">Those that its query may name.</param>
    public static string? Of(QueryFragment fragment, IFragmentSource fragments)
    {
        try
        {
            ParsedFragment.Parse(fragment.ToFragment(), fragments);
            return null;
        }
        catch (QuerySyntaxException e)
        {
            return e.Message;
        }
    }

    /// <summary>Why the query of a watch cannot be read, or what the watch's own examples say against it.</summary>
    /// <param name="watch">The watch.</param>
    /// <param name="fragments">Those that its query may name.</param>
    public static string? Of(Watch watch, IFragmentSource fragments)
    {
        try
        {
            return ExampleCheck.FirstRed(WatchQuery.Parse(watch.Query, fragments), watch.Examples)?.Verdict;
        }
        catch (QuerySyntaxException e)
        {
            return e.Message;
        }
    }
}
