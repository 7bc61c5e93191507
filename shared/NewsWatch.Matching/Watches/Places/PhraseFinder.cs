using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Watches.Terms;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Places;

/// <summary>Finds terms at successive positions.</summary>
internal sealed class PhraseFinder : PlaceFinder
{
    private readonly TermMatcher[] _terms;

    // A term with one possible token is looked for first: the search for its hash is vectorised. The hash stays with the term, which is shared: there
    // are hundreds of thousands of these.
    private readonly int _lead;

    public PhraseFinder(TermMatcher[] terms)
    {
        _terms = terms;
        _lead = Array.FindIndex(terms, t => t.TokenHash is not null);
    }

    public static PhraseFinder For(PhraseNode phrase, TermPool terms) => new([.. phrase.Terms.Select(terms.For)]);

    public override int Length => _terms.Length;

    public override bool Any(in Passage.Part part, Workspace workspace) => Next(part, part.From) >= 0;

    public override void Collect(in Passage.Part part, Workspace workspace, PlaceList places)
    {
        for (var at = Next(part, part.From); at >= 0; at = Next(part, at + 1)) places.Add(new(at, at + _terms.Length));
    }

    private int Next(in Passage.Part part, int from)
    {
        var end = part.To - _terms.Length + 1;
        var lead = _lead < 0 ? 0 : _terms[_lead].TokenHash!.Value;
        for (var at = from; at < end; at++)
        {
            if (_lead >= 0)
            {
                var skip = part.Stream.Tokens.Hashes[(at + _lead)..(end + _lead)].IndexOf(lead);
                if (skip < 0) return -1;
                at += skip;
            }

            if (StandsAt(part.Stream, at)) return at;
        }

        return -1;
    }

    /// <summary>Whether it stands at a position, which may lie outside of the stream.</summary>
    public bool StandsAt(TextStream stream, int at)
    {
        if (at < 0 || at + _terms.Length > stream.Tokens.Count) return false;
        for (var i = 0; i < _terms.Length; i++)
        {
            if (!_terms[i].Matches(stream, at + i)) return false;
        }

        return true;
    }
}
