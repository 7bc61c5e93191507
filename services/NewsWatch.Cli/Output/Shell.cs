namespace NewsWatch.Cli.Output;

/// <summary>Words as a shell reads them.</summary>
internal static class Shell
{
    public static string Quote(string word) => Quoted(SafeText.Line(word));

    /// <summary>A text of several lines, which stay as they are.</summary>
    public static string QuoteLines(string text) => Quoted(SafeText.Lines(text));

    private static string Quoted(string text) => $"'{text.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
