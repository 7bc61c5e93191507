using NewsWatch.Matching.Watches.Explaining;

namespace NewsWatch.Matching.Watches.Examples;

/// <summary>Finds the smallest part of an explanation that made the whole come out as it did.</summary>
internal static class DecidingPart
{
    public static Explanation Of(Explanation whole)
    {
        while (Deeper(whole) is { } part) whole = part;
        return whole;
    }

    // One part alone that comes out as the whole does decided it: the single failing part of an AND, the single holding part of an OR.
    private static Explanation? Deeper(Explanation whole)
    {
        if (whole.Parts.Count == 1) return Only(whole, whole.Parts[0]);
        var same = whole.Parts.Where(p => p.Holds == whole.Holds).ToList();
        return same.Count == 1 ? same[0] : null;
    }

    // A field says more than the word in it; a NOT comes out as its part does not; a SENTENCE may fail though its parts stand there.
    private static Explanation? Only(Explanation whole, Explanation part)
    {
        var isNot = whole.Part.StartsWith("NOT ", StringComparison.Ordinal);
        return isNot || (part.Holds == whole.Holds && part.Parts.Count > 0) ? part : null;
    }
}
