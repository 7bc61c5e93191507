namespace NewsWatch.Matching.Watches.Places;

/// <summary>The pieces that places of NEAR are made of, as chains.</summary>
internal sealed class PlaceParts
{
    private readonly List<(int Start, int End, int Next)> _parts = [];

    public void Clear() => _parts.Clear();

    /// <summary>Puts a place, or the pieces it is made of, before the chain <paramref name="next"/>.</summary>
    public int Prepend(Place place, int next)
    {
        if (place.Parts < 0)
        {
            _parts.Add((place.Start, place.End, next));
            return _parts.Count - 1;
        }

        for (var at = place.Parts; at >= 0; at = _parts[at].Next)
        {
            _parts.Add((_parts[at].Start, _parts[at].End, next));
            next = _parts.Count - 1;
        }

        return next;
    }

    public (int Start, int End, int Next) this[int part] => _parts[part];
}
