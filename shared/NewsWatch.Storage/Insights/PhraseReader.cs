using NewsWatch.Contracts;
using NewsWatch.Matching.Analysis;

namespace NewsWatch.Storage.Insights;

/// <summary>The words and pairs of words in title, summary and body that may say what an article is about. Keep one a thread.</summary>
internal sealed class PhraseReader
{
    private const int ShortestWord = 3;
    private const char FirstIdeograph = '\u2E80';
    private readonly TokenBuffer _tokens = new();

    /// <summary>Reads an article: each phrase once, in the order in which they come.</summary>
    /// <param name="article">The article.</param>
    /// <param name="pairs">Pairs of words too, and not only of characters of a script that writes no spaces.</param>
    public IReadOnlyCollection<Phrase> Read(Article article, bool pairs)
    {
        var phrases = new Dictionary<string, Phrase>(StringComparer.Ordinal);
        foreach (var text in new[] { article.Title, article.Summary, article.Body }) Read(text, pairs, phrases);
        return phrases.Values;
    }

    private void Read(string text, bool pairs, Dictionary<string, Phrase> phrases)
    {
        _tokens.Fill(text);
        string? before = null;
        for (var i = 0; i < _tokens.Count; i++)
        {
            var token = _tokens.Form(i).ToString();
            if (IsWord(token)) Add(phrases, new Phrase([token], text[_tokens.Starts[i].._tokens.Ends[i]]));
            if (before is not null && IsPair(before, token, pairs) && IsJoined(text, i))
                Add(phrases, new Phrase([before, token], text[_tokens.Starts[i - 1].._tokens.Ends[i]]));
            before = token;
        }
    }

    private static void Add(Dictionary<string, Phrase> phrases, Phrase phrase)
    {
        if (!phrases.TryAdd(phrase.Key, phrase)) phrases[phrase.Key].Count++;
    }

    private static bool IsWord(string token) => token.Length >= ShortestWord && char.IsLetter(token[0]);

    private static bool IsPair(string first, string second, bool pairs) =>
        (pairs && IsWord(first) && IsWord(second)) || (IsIdeograph(first) && IsIdeograph(second));

    private static bool IsIdeograph(string token) => token.Length == 1 && token[0] >= FirstIdeograph;

    // Nothing but a space or a hyphen stands between words of one phrase; anything else ends what was being said.
    private bool IsJoined(string text, int second)
    {
        var between = text.AsSpan(_tokens.Ends[second - 1], Math.Max(0, _tokens.Starts[second] - _tokens.Ends[second - 1]));
        return between.IndexOfAnyExcept(" -\u2010\u2011\u00A0") < 0;
    }
}
