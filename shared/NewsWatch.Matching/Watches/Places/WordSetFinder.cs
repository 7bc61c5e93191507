using System.Collections.Frozen;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Places;

/// <summary>Finds any of many single words in one pass, whatever their number.</summary>
internal sealed class WordSetFinder : PlaceFinder
{
    /// <summary>Below this many words, one vectorised search a word is faster.</summary>
    public const int Worthwhile = 8;

    private readonly FrozenSet<ulong> _hashes;
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> _words;

    private WordSetFinder(IReadOnlyCollection<string> words)
    {
        _hashes = words.Select(w => TokenHash.Of(w)).ToFrozenSet();
        _words = words.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    /// <param name="words">Phrases of one plain word each.</param>
    public static WordSetFinder For(IEnumerable<QueryNode> words) =>
        new([.. words.Select(w => ((WordTerm)((PhraseNode)w).Terms[0]).Text).Distinct()]);

    public override int Length => 1;

    public override bool Any(in Passage.Part part, Workspace workspace) => Next(part, part.From) >= 0;

    public override void Collect(in Passage.Part part, Workspace workspace, PlaceList places)
    {
        for (var at = Next(part, part.From); at >= 0; at = Next(part, at + 1)) places.Add(new(at, at + 1));
    }

    private int Next(in Passage.Part part, int from)
    {
        var tokens = part.Stream.Tokens;
        for (var at = from; at < part.To; at++)
        {
            if (_hashes.Contains(tokens.Hashes[at]) && _words.Contains(tokens.Form(at))) return at;
        }

        return -1;
    }
}
