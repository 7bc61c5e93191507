using System.Text;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Parsing.Words;

/// <summary>Reads words with <c>*</c> and <c>?</c>.</summary>
/// <remarks>
/// What stands before the first wildcard is analysed like text; if that makes several tokens (<c>12-year*</c>, <c>制裁*</c>) the word is a phrase and the
/// wildcard belongs to the last. What stands between and behind wildcards is folded and must stay one token.
/// </remarks>
internal static class WildcardReader
{
    public static bool HasWildcard(string word) => word.AsSpan().ContainsAny('*', '?');

    public static bool IsReadable(string word) => Read(word, false, []) is null;

    public static WordProblem? Read(string word, bool quoted, List<Term> terms)
    {
        if (quoted && word == "*") return Add(terms, new AnyTerm());
        if (word.AsSpan().Trim("*?").IsEmpty && word.Length > 0)
            return new("A wildcard alone would match every word.", "letters before the wildcard");
        var first = word.AsSpan().IndexOfAny('*', '?');
        return ReadParts(word, first, terms);
    }

    private static WordProblem? ReadParts(string word, int first, List<Term> terms)
    {
        var tokens = TextAnalyzer.Analyze(word[..first]);
        if (tokens.Count == 0 || tokens[^1].End != first) return Loose(word, tokens);
        var prefix = tokens[^1].Text;
        if (!IsLongEnough(prefix)) return TooShort(word[..first]);
        if (Rest(word, first) is not { } rest) return Loose(word, tokens);
        for (var i = 0; i < tokens.Count - 1; i++) terms.Add(new WordTerm(tokens[i].Text));
        return Add(terms, new WildcardTerm(prefix, rest));
    }

    private static WordProblem? Add(List<Term> terms, Term term)
    {
        terms.Add(term);
        return null;
    }

    /// <summary>Drops the question marks among the punctuation at a word's end: in a phrase people paste, "Will it last?" asks a question.</summary>
    public static string WithoutQuestionMarks(string word)
    {
        var end = word.Length;
        while (end > 0 && char.IsPunctuation(word[end - 1]) && word[end - 1] != '*') end--;
        return word[..end] + word[end..].Replace("?", "", StringComparison.Ordinal);
    }

    private static string? Rest(string word, int first)
    {
        var rest = new StringBuilder();
        for (var at = first; at < word.Length;)
        {
            if (word[at] is '*' or '?')
            {
                if (word[at] == '?' || rest.Length == 0 || rest[^1] != '*') rest.Append(word[at]);
                at++;
                continue;
            }

            var next = word.AsSpan(at).IndexOfAny('*', '?');
            var end = next < 0 ? word.Length : at + next;
            var tokens = TextAnalyzer.Analyze(word[at..end]);
            if (tokens.Count != 1 || tokens[0].Start != 0 || tokens[0].End != end - at) return null;
            rest.Append(tokens[0].Text);
            at = end;
        }

        return rest.ToString();
    }

    private static bool IsLongEnough(string prefix)
    {
        var letters = 0;
        var dense = true;
        foreach (var rune in prefix.EnumerateRunes())
        {
            letters++;
            dense &= Scripts.IsDense(rune);
        }

        return letters >= (dense ? 1 : QueryLimits.MinWildcardPrefix);
    }

    private static WordProblem TooShort(string before) => new(
        "The wildcard comes too early.",
        $"at least {QueryLimits.MinWildcardPrefix} letters before a '*' or '?' (1 in Han, Kana and Hangul), not '{before}'");

    private static WordProblem Loose(string word, IReadOnlyList<Token> tokens) => new(
        "The wildcard does not continue a word.",
        "a '*' or '?' right behind or between the letters of one word",
        tokens.Count == 0 || !IsLongEnough(tokens[^1].Text) ? null : $"{word[..tokens[^1].End]}*");
}
