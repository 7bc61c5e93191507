namespace NewsWatch.Cli.Output;

/// <summary>Words as a shell reads them.</summary>
internal static class Shell
{
    public static string Quote(string word) => $"'{SafeText.Line(word).Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
