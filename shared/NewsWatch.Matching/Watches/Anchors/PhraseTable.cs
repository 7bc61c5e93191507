using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Finds which of many phrases stand in a stream, by their first word. Immutable.</summary>
internal sealed class PhraseTable
{
    private readonly Dictionary<ulong, Phrase[]> _byFirst;

    private PhraseTable(Dictionary<ulong, Phrase[]> byFirst) => _byFirst = byFirst;

    public static PhraseTable Empty { get; } = new([]);

    public PhraseTable With(IReadOnlyList<(PhraseAnchor Anchor, int Entry)> added)
    {
        if (added.Count == 0) return this;
        var byFirst = new Dictionary<ulong, Phrase[]>(_byFirst);
        foreach (var group in added.GroupBy(a => TokenHash.Of(a.Anchor.Words[0])))
            byFirst[group.Key] = [.. byFirst.GetValueOrDefault(group.Key, []), .. group.Select(a => new Phrase([.. a.Anchor.Words], a.Entry))];
        return new(byFirst);
    }

    public void Find(TextStream stream, AnchorHits hits)
    {
        var tokens = stream.Tokens;
        for (var at = 0; at < tokens.Count; at++)
        {
            if (!_byFirst.TryGetValue(tokens.Hashes[at], out var phrases)) continue;
            foreach (var phrase in phrases)
            {
                if (StandsAt(tokens, at, phrase.Words)) hits.AddPhrase(phrase.Entry, tokens.Starts[at], tokens.Ends[at + phrase.Words.Length - 1]);
            }
        }
    }

    private static bool StandsAt(TokenBuffer tokens, int at, string[] words)
    {
        if (at + words.Length > tokens.Count) return false;
        for (var i = 0; i < words.Length; i++)
        {
            if (!tokens.Form(at + i).SequenceEqual(words[i])) return false;
        }

        return true;
    }

    private readonly record struct Phrase(string[] Words, int Entry);
}
