using System.Text;

namespace NewsWatch.Ingestion.Articles;

/// <summary>The stored form of text: NFC, no control characters, no stray surrogates; white space as people read it.</summary>
public static class CleanText
{
    /// <summary>One line: every run of white space is one space.</summary>
    public static string Line(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var clean = new StringBuilder(text.Length);
        AppendCollapsed(clean, text);
        return Normal(clean);
    }

    /// <summary>Paragraphs separated by one blank line; inside a paragraph line ends are kept.</summary>
    public static string Paragraphs(string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return "";
        var clean = new StringBuilder(text.Length);
        var blankBefore = false;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (line.IsWhiteSpace())
            {
                blankBefore = true;
                continue;
            }

            if (clean.Length > 0) clean.Append(blankBefore ? "\n\n" : "\n");
            blankBefore = false;
            AppendCollapsed(clean, line);
        }

        return Normal(clean);
    }

    private static void AppendCollapsed(StringBuilder target, ReadOnlySpan<char> text)
    {
        var start = target.Length;
        var gap = false;
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c) || char.IsControl(c))
            {
                gap = true;
                continue;
            }

            if (gap && target.Length > start) target.Append(' ');
            gap = false;
            target.Append(c);
        }
    }

    private static string Normal(StringBuilder text)
    {
        ReplaceLoneSurrogates(text);
        var result = text.ToString();
        return result.IsNormalized(NormalizationForm.FormC) ? result : result.Normalize(NormalizationForm.FormC);
    }

    private static void ReplaceLoneSurrogates(StringBuilder text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsSurrogate(text[i])) continue;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else text[i] = '\uFFFD';
        }
    }
}
