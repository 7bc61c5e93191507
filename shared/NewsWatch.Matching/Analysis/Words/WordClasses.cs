using NewsWatch.Matching.Analysis.Tables;

namespace NewsWatch.Matching.Analysis.Words;

/// <summary>The class of every code point: a flat table for the basic plane, ranges for the rest.</summary>
internal static class WordClasses
{
    private static readonly byte[] BasicPlane = new byte[0x10000];
    private static readonly int[] SupplementaryFirst;
    private static readonly int[] SupplementaryLast;
    private static readonly WordClass[] SupplementaryClass;

    static WordClasses()
    {
        var ranges = TableFile.Read("word-classes.txt", line => line.EndsWith(':'))
            .Select(row => (Class: Enum.Parse<WordClass>(row.Heading.TrimEnd(':')), row.First, row.Last)).ToList();
        foreach (var (kind, first, last) in ranges.Where(range => range.Last < 0x10000)) BasicPlane.AsSpan(first, last - first + 1).Fill((byte)kind);
        var supplementary = ranges.Where(range => range.Last >= 0x10000).OrderBy(range => range.First).ToList();
        SupplementaryFirst = [.. supplementary.Select(range => range.First)];
        SupplementaryLast = [.. supplementary.Select(range => range.Last)];
        SupplementaryClass = [.. supplementary.Select(range => range.Class)];
    }

    /// <summary>The class of each UTF-16 unit as a code point of its own, so a surrogate is Other.</summary>
    public static ReadOnlySpan<byte> OfUnit => BasicPlane;

    /// <summary>The class of any code point.</summary>
    public static WordClass Of(int codePoint) => codePoint < 0x10000 ? (WordClass)BasicPlane[codePoint] : OfSupplementary(codePoint);

    /// <summary>The class of a code point above U+FFFF.</summary>
    public static WordClass OfSupplementary(int codePoint)
    {
        var index = SupplementaryFirst.AsSpan().BinarySearch(codePoint);
        if (index < 0) index = ~index - 1;
        return index >= 0 && codePoint <= SupplementaryLast[index] ? SupplementaryClass[index] : WordClass.Other;
    }
}
