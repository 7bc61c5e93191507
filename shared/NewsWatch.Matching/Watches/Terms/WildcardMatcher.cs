using System.Text;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Terms;

internal sealed class PrefixMatcher(string prefix) : TermMatcher
{
    public override bool Matches(TextStream stream, int position) => stream.Tokens.Form(position).StartsWith(prefix, StringComparison.Ordinal);
}

internal sealed class WildcardMatcher(string prefix, string rest) : TermMatcher
{
    public override bool Matches(TextStream stream, int position)
    {
        var form = stream.Tokens.Form(position);
        return form.StartsWith(prefix, StringComparison.Ordinal) && Wildcard.Matches(rest, form[prefix.Length..]);
    }
}

/// <summary><c>*</c> is any run of characters, <c>?</c> exactly one code point.</summary>
internal static class Wildcard
{
    /// <summary>Greedy with one step back: on a mismatch only the last star can take more, so the time is at most the product of the lengths.</summary>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        int p = 0, t = 0, star = -1, resume = 0;
        while (t < text.Length)
        {
            if (p < pattern.Length && pattern[p] == '*') (star, resume) = (p++, t);
            else if (p < pattern.Length && pattern[p] == '?') (p, t) = (p + 1, t + Width(text[t..]));
            else if (p < pattern.Length && pattern[p] == text[t]) (p, t) = (p + 1, t + 1);
            else if (star >= 0) (p, t) = (star + 1, resume += Width(text[resume..]));
            else return false;
        }

        return pattern[p..].IndexOfAnyExcept('*') < 0;
    }

    private static int Width(ReadOnlySpan<char> text)
    {
        Rune.DecodeFromUtf16(text, out _, out var width);
        return width;
    }
}
