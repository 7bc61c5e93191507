namespace NewsWatch.Cli.Editing;

/// <summary>Comments in a text to edit: lines that begin with #, of which those with #! say what is wrong.</summary>
internal static class Comments
{
    /// <summary>The text with complaints on top in place of those that were put there before.</summary>
    public static string With(string text, IReadOnlyList<string> complaints) =>
        string.Concat(complaints.Select(line => $"#! {line}\n")) + string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("#!", StringComparison.Ordinal)));

    public static string Without(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Where(line => !line.StartsWith('#')));
}
