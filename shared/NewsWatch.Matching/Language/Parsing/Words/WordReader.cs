using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Parsing.Words;

/// <summary>Turns one written word, with its sign and its wildcards, into terms.</summary>
internal static class WordReader
{
    /// <param name="word">Without white space, in normal form C.</param>
    /// <param name="quoted">Inside a phrase, where a star may stand alone and a question mark at the end is punctuation.</param>
    /// <param name="terms">Receives the terms; none when the word is punctuation alone.</param>
    /// <returns>What is wrong, or <see langword="null"/>.</returns>
    public static WordProblem? Read(string word, bool quoted, List<Term> terms)
    {
        if (word.Length > 1 && word[0] is '=' or '~') return ReadSigned(word[0], word[1..], terms);
        if (WildcardReader.HasWildcard(word)) return WildcardReader.Read(word, quoted, terms);
        foreach (var token in TextAnalyzer.Analyze(word)) terms.Add(new WordTerm(token.Text));
        return null;
    }

    private static WordProblem? ReadSigned(char sign, string word, List<Term> terms)
    {
        if (word[0] is '=' or '~') return new("A word carries one sign.", "'=' or '~', then a word", word);
        if (WildcardReader.HasWildcard(word))
            return new($"'{sign}' and a wildcard exclude each other.", "a word without '*' and '?'", WildcardReader.IsReadable(word) ? word : null);
        if (sign == '~') AddStems(word, terms);
        else AddExact(word, terms);
        return null;
    }

    private static void AddStems(string word, List<Term> terms)
    {
        foreach (var token in TextAnalyzer.Analyze(word, AnalyzerKind.Stem)) terms.Add(new StemTerm(token.Text));
    }

    private static void AddExact(string word, List<Term> terms)
    {
        var exact = TextAnalyzer.Analyze(word, AnalyzerKind.Exact);
        var folded = TextAnalyzer.Analyze(word);
        for (var i = 0; i < exact.Count; i++) terms.Add(new ExactTerm(exact[i].Text, folded[i].Text));
    }
}

/// <summary>What is wrong with a word.</summary>
/// <param name="Why">As a sentence.</param>
/// <param name="Expected">What could stand there.</param>
/// <param name="Instead">The word as it was probably meant, or <see langword="null"/>.</param>
internal sealed record WordProblem(string Why, string Expected, string? Instead = null);
