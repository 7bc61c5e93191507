using NewsWatch.Cli.Editing;
using NewsWatch.Gateway.Fragments;

namespace NewsWatch.Cli.Fragments;

/// <summary>A fragment as a text to edit: its query, below comments.</summary>
internal static class FragmentText
{
    public static string Write(FragmentView fragment) =>
        $"""
        # The fragment @{fragment.Name}, version {fragment.Version}. Save and close to change it;
        # close without saving to leave it as it is. It is part of {fragment.UsedBy.Watches.Count} {(fragment.UsedBy.Watches.Count == 1 ? "watch" : "watches")}.

        {fragment.Query}

        """;

    /// <summary>The fragment with what the text says.</summary>
    public static FragmentView Read(string text, FragmentView fragment) => fragment with { Query = Comments.Without(text).Trim() };
}
