namespace NewsWatch.Matching.Analysis.Sentences;

/// <summary>Finds sentences in plain text of any script, by simple rules of our own.</summary>
/// <remarks>
/// <para>A blank line (or U+2029) always ends a sentence; a single line break is white space. A full stop of Chinese, Japanese or an Indian,
/// Ethiopic, Khmer or Burmese script ends one whatever follows. Any other mark (<c>. ! ? …</c> and their Arabic, Urdu, Armenian and full-width kin)
/// ends one when white space or the end follows. Closing quotes and brackets belong to the sentence that they close.</para>
/// <para>No sentence ends before a lower-case letter. After a title (<c>Mr.</c>), and after <c>No.</c> before a number, none ends; after an initial,
/// a dotted acronym or a word that is commonly shortened (<c>J.</c>, <c>U.S.</c>, <c>Inc.</c>) one ends only before a word that commonly opens one.</para>
/// <para>Every call takes time linear in what it passes over.</para>
/// </remarks>
public static class SentenceFinder
{
    /// <summary>The sentence around a span, without the white space around it; where the span crosses sentences, all of them.</summary>
    /// <param name="text">The text.</param>
    /// <param name="start">Where the span starts, in UTF-16 units.</param>
    /// <param name="length">How long the span is; may be zero.</param>
    /// <returns>Where the sentence starts and how long it is, in UTF-16 units.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie in the text.</exception>
    public static (int Start, int Length) Around(ReadOnlySpan<char> text, int start, int length)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, text.Length - length);
        var first = SkipSpace(text, Paragraphs.StartBefore(text, start));
        var end = End(text, first);
        for (var next = SkipSpace(text, end); end <= start && next <= start && next < text.Length; next = SkipSpace(text, end)) end = End(text, first = next);
        while (end < start + length) end = End(text, end);
        return (first, Math.Max(0, TrimEnd(text, end) - first));
    }

    /// <summary>One past the last unit of the sentence that <paramref name="from"/> lies in, its closing quotes and brackets included.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> lies outside of the text.</exception>
    public static int End(ReadOnlySpan<char> text, int from)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(from);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(from, text.Length);
        for (var index = SkipSpace(text, from); index < text.Length; index++)
        {
            index += text[index..].IndexOfAny(SentenceMarks.Stops) is >= 0 and var found ? found : text.Length - index;
            if (index == text.Length) break;
            if (Paragraphs.BreaksAt(text, index)) return index;
            if (SentenceMarks.IsEnd(text[index]) && TryEndAt(text, index, out var end)) return end;
        }

        return text.Length;
    }

    private static bool TryEndAt(ReadOnlySpan<char> text, int mark, out int end)
    {
        end = mark + 1;
        var always = SentenceMarks.EndsAlways(text[mark]);
        while (end < text.Length && SentenceMarks.IsEnd(text[end])) always |= SentenceMarks.EndsAlways(text[end++]);
        while (end < text.Length && SentenceMarks.IsCloser(text[end])) end++;
        if (always || end == text.Length) return true;
        if (!char.IsWhiteSpace(text[end])) return false;
        var next = text[SkipSpace(text, end)..];
        if (Paragraphs.BreaksBetween(text[end..^next.Length])) return true;
        return !(next.Length > 0 && char.IsLower(next[0])) && (text[mark] != '.' || Abbreviations.AllowEnd(text[..mark], next));
    }

    private static int SkipSpace(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length && char.IsWhiteSpace(text[from])) from++;
        return from;
    }

    private static int TrimEnd(ReadOnlySpan<char> text, int end) => text[..end].TrimEnd().Length;
}
