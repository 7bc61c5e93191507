using System.Globalization;

namespace NewsWatch.Matching.Unicode;

/// <summary>Decompositions, compositions and combining classes, read once from the embedded table.</summary>
internal sealed class CanonicalTables
{
    private readonly Dictionary<int, (int First, int Second)> _decompositions = [];
    private readonly Dictionary<(int First, int Second), int> _compositions = [];
    private readonly Dictionary<int, byte> _classes = [];

    // One bit a code point of the basic plane: whether a text that holds it may not be in normal form.
    private readonly uint[] _suspects = new uint[0x10000 / 32];

    private CanonicalTables()
    {
        using var stream = typeof(CanonicalTables).Assembly.GetManifestResourceStream("canonical.tsv")!;
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line[0] != '#') Add(line.Split('\t'));
        }

        for (var jamo = 0x1161; jamo <= 0x11C2; jamo++) Suspect(jamo);
    }

    public static CanonicalTables Instance { get; } = new();

    public bool IsSuspect(char c) => (_suspects[c >> 5] & (1u << (c & 31))) != 0;

    public byte ClassOf(int codePoint) => _classes.TryGetValue(codePoint, out var found) ? found : (byte)0;

    public bool TryDecompose(int codePoint, out (int First, int Second) parts) => _decompositions.TryGetValue(codePoint, out parts);

    public bool TryCompose(int first, int second, out int composed) => _compositions.TryGetValue((first, second), out composed);

    private void Add(string[] columns)
    {
        var codePoint = Hex(columns[0]);
        if (columns[1].Length > 0)
        {
            _classes[codePoint] = byte.Parse(columns[1], CultureInfo.InvariantCulture);
            Suspect(codePoint);
        }

        if (columns.Length > 2) AddDecomposition(codePoint, columns[2]);
    }

    private void AddDecomposition(int codePoint, string decomposition)
    {
        var parts = decomposition.TrimEnd('!').Split(' ');
        var (first, second) = (Hex(parts[0]), parts.Length > 1 ? Hex(parts[1]) : 0);
        _decompositions[codePoint] = (first, second);
        if (decomposition.EndsWith('!'))
        {
            Suspect(codePoint);
            return;
        }

        _compositions[(first, second)] = codePoint;
        Suspect(second);
    }

    private void Suspect(int codePoint)
    {
        if (codePoint < 0x10000) _suspects[codePoint >> 5] |= 1u << (codePoint & 31);
    }

    private static int Hex(string text) => int.Parse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
}
