using System.Text;

namespace NewsWatch.Matching.NormalForms;

/// <summary>Unicode's normal form C (UAX #15): what articles are stored in and queries are read in.</summary>
/// <remarks>
/// The runtime's own <see cref="string.Normalize()"/> changes nothing where globalization is invariant, and throws on half a surrogate pair. This one
/// works everywhere, takes any string, and leaves half pairs alone. It is linear but for sorting the marks of one letter.
/// </remarks>
public static class NormalForm
{
    /// <summary>The text in normal form C; the same string when it is in that form already.</summary>
    public static string C(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsSurelyNormal(text)) return text;
        var points = Decompose(text);
        Order(points);
        return ToText(Compose(points));
    }

    // Nothing below U+0300 moves or changes when nothing from there on is present.
    private static bool IsSurelyNormal(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOfAnyExceptInRange('\0', '\u02FF'); at >= 0 && at < text.Length; at++)
        {
            if (text[at] >= '\u0300' && CompositionTable.MayChange(CodePointAt(text, ref at))) return false;
        }

        return true;
    }

    private static List<int> Decompose(string text)
    {
        var points = new List<int>(text.Length + 16);
        for (var at = 0; at < text.Length; at++) Decompose(CodePointAt(text, ref at), points);
        return points;
    }

    private static void Decompose(int point, List<int> points)
    {
        if (Hangul.TryDecompose(point, points)) return;
        if (CompositionTable.Decomposition(point) is not { } parts)
        {
            points.Add(point);
            return;
        }

        Decompose(parts.First, points);
        if (parts.Second != 0) Decompose(parts.Second, points);
    }

    private static void Order(List<int> points)
    {
        for (var start = 0; start < points.Count; start++)
        {
            if (CompositionTable.Class(points[start]) == 0) continue;
            var end = start;
            while (end < points.Count && CompositionTable.Class(points[end]) != 0) end++;
            var marks = points.GetRange(start, end - start).OrderBy(CompositionTable.Class).ToList();
            for (var i = 0; i < marks.Count; i++) points[start + i] = marks[i];
            start = end;
        }
    }

    private static List<int> Compose(List<int> points)
    {
        var composed = new List<int>(points.Count);
        var starter = -1;
        foreach (var point in points)
        {
            var own = CompositionTable.Class(point);
            if (starter >= 0 && IsFree(composed, starter, own) && CompositionTable.Compose(composed[starter], point) is { } whole)
            {
                composed[starter] = whole;
                continue;
            }

            if (own == 0) starter = composed.Count;
            composed.Add(point);
        }

        return composed;
    }

    // A mark reaches its letter unless another of its own class, or a letter, stands between.
    private static bool IsFree(List<int> composed, int starter, int own)
    {
        if (composed.Count - 1 == starter) return true;
        var last = CompositionTable.Class(composed[^1]);
        return last != 0 && last < own;
    }

    private static int CodePointAt(ReadOnlySpan<char> text, ref int at)
    {
        if (!char.IsHighSurrogate(text[at]) || at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1])) return text[at];
        return char.ConvertToUtf32(text[at], text[++at]);
    }

    private static string ToText(List<int> points)
    {
        var text = new StringBuilder(points.Count);
        foreach (var point in points)
        {
            if (point < 0x10000) text.Append((char)point);
            else text.Append(char.ConvertFromUtf32(point));
        }

        return text.ToString();
    }
}
