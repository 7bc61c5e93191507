using System.Text;

namespace NewsWatch.Cli.Output;

/// <summary>Text from outside made harmless for a terminal: an outlet's title must not move the cursor or turn the line around.</summary>
internal static class SafeText
{
    private const char Instead = '\uFFFD';

    /// <summary>On one line: ends of lines and tabs become spaces, control and direction characters are shown as replaced.</summary>
    public static string Line(string? text)
    {
        if (string.IsNullOrEmpty(text)) return "";
        var safe = new StringBuilder(text.Length);
        foreach (var c in text) safe.Append(c is '\n' or '\r' or '\t' or '\u2028' or '\u2029' ? ' ' : IsHarmful(c) ? Instead : c);
        return safe.ToString();
    }

    /// <summary>On as many lines as it has.</summary>
    public static string Lines(string? text) => string.Join('\n', (text ?? "").ReplaceLineEndings("\n").Split('\n').Select(Line));

    private static bool IsHarmful(char c) => char.IsControl(c) || c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u200E' or '\u200F' or '\u061C';
}
