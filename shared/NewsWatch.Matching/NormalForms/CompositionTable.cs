using System.Globalization;

namespace NewsWatch.Matching.NormalForms;

/// <summary>Canonical decompositions and combining classes, from <c>normal-form.txt</c>.</summary>
internal static class CompositionTable
{
    private static readonly Dictionary<int, (int First, int Second)> Parts = [];
    private static readonly Dictionary<(int First, int Second), int> Wholes = [];
    private static readonly Dictionary<int, int> Classes = [];
    private static readonly HashSet<int> Changing = [];

    static CompositionTable()
    {
        using var stream = typeof(CompositionTable).Assembly.GetManifestResourceStream("normal-form.txt")
            ?? throw new InvalidOperationException("The table normal-form.txt is missing from the assembly; it is embedded from NormalForms.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Contains(':')) AddClass(line);
            else if (line[0] != '#') AddParts(line);
        }
    }

    public static int Class(int point) => point < 0x300 ? 0 : Classes.GetValueOrDefault(point);

    public static (int First, int Second)? Decomposition(int point) => Parts.TryGetValue(point, out var parts) ? parts : null;

    public static int? Compose(int first, int second) => Wholes.TryGetValue((first, second), out var whole) ? whole : Hangul.Compose(first, second);

    /// <summary>Whether a text that holds it may not be in normal form C.</summary>
    public static bool MayChange(int point) => Changing.Contains(point) || Hangul.IsFollower(point);

    // 'whole=first second' composes back; 'whole!first second' and 'whole!first' do not.
    private static void AddParts(string line)
    {
        var sign = line.AsSpan().IndexOfAny('=', '!');
        var parts = line[(sign + 1)..].Split(' ');
        var (whole, first, second) = (Hex(line[..sign]), Hex(parts[0]), parts.Length > 1 ? Hex(parts[1]) : 0);
        Parts[whole] = (first, second);
        if (second != 0) Changing.Add(second);
        if (line[sign] == '=') Wholes[(first, second)] = whole;
        else Changing.Add(whole);
    }

    // 'first-last:class'
    private static void AddClass(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var dash = line.IndexOf('-', StringComparison.Ordinal);
        var value = int.Parse(line[(colon + 1)..], CultureInfo.InvariantCulture);
        for (var point = Hex(line[..dash]); point <= Hex(line[(dash + 1)..colon]); point++)
        {
            Classes[point] = value;
            Changing.Add(point);
        }
    }

    private static int Hex(string digits) => int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
