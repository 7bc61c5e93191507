using System.Globalization;

namespace NewsWatch.Matching.Analysis.Tables;

/// <summary>A table of code points kept as text beside the code: headings, each followed by lines of hexadecimal ranges.</summary>
internal static class TableFile
{
    /// <summary>Reads an embedded table; <paramref name="isHeading"/> tells headings from lines of ranges.</summary>
    public static IEnumerable<(string Heading, int First, int Last)> Read(string name, Func<string, bool> isHeading)
    {
        using var stream = typeof(TableFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is missing from the assembly; it is embedded from Analysis/Tables.");
        using var reader = new StreamReader(stream);
        var heading = "";
        while (reader.ReadLine() is { } line)
        {
            if (line.StartsWith("# ", StringComparison.Ordinal)) continue;
            if (isHeading(line))
            {
                heading = line;
                continue;
            }

            foreach (var range in line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                var (first, last) = Range(range);
                yield return (heading, first, last);
            }
        }
    }

    private static (int First, int Last) Range(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash < 0 ? (CodePoint(text), CodePoint(text)) : (CodePoint(text[..dash]), CodePoint(text[(dash + 1)..]));
    }

    private static int CodePoint(string hexadecimal) => int.Parse(hexadecimal, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
