using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Fragments;

namespace NewsWatch.Gateway.Watches;

/// <summary>What is wrong with a watch, whoever made it.</summary>
internal static class WatchProblem
{
    /// <summary>Why its query cannot be read, or what its own examples say against it; <see langword="null"/> where nothing is wrong.</summary>
    /// <param name="watch">The watch.</param>
    /// <param name="fragments">Those that its query may name.</param>
    public static string? Of(Watch watch, IFragmentSource fragments)
    {
        try
        {
            return ExampleCheck.Of(WatchQuery.Parse(watch.Query, fragments), ExampleCheck.Clean(watch.Examples)).FirstOrDefault(example => !example.IsGreen)?.Verdict;
        }
        catch (FormatException e)
        {
            return e.Message;
        }
    }
}
