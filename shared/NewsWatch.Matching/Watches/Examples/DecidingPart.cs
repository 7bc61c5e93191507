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

    // One part alone that comes out as the whole does decided it: a single failing part of an AND, a single holding part of an OR, the part of a field.
    private static Explanation? Deeper(Explanation whole)
    {
        if (whole.Parts.Count == 1) return whole.Parts[0].Holds == whole.Holds || IsNot(whole) ? whole.Parts[0] : null;
        var same = whole.Parts.Where(p => p.Holds == whole.Holds).ToList();
        return same.Count == 1 ? same[0] : null;
    }

    private static bool IsNot(Explanation whole) => whole.Part.StartsWith("NOT ", StringComparison.Ordinal);
}
