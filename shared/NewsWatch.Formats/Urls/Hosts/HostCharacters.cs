using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace NewsWatch.Formats.Urls.Hosts;

/// <summary>The mapping step of UTS #46: case, compatibility forms, other full stops, characters nobody sees.</summary>
internal static class HostCharacters
{
    private static readonly Lazy<FrozenDictionary<int, string>> Replacements = new(Load);

    public static string Map(string host)
    {
        var mapped = new StringBuilder(host.Length);
        foreach (var rune in host.EnumerateRunes())
        {
            if (IsInvisible(rune.Value)) continue;
            if (rune.Value is 0x3002 or 0xFF0E or 0xFF61) mapped.Append('.');
            else if (Replacements.Value.TryGetValue(rune.Value, out var replacement)) mapped.Append(replacement);
            else mapped.Append(rune.Value == 0x1E9E ? "ss" : Rune.ToLowerInvariant(rune).ToString());
        }

        return mapped.ToString();
    }

    private static bool IsInvisible(int c) => c is 0xAD or 0x34F or 0x200B or 0x2060 or 0xFEFF or (>= 0xFE00 and <= 0xFE0F) or (>= 0x180B and <= 0x180D);

    private static FrozenDictionary<int, string> Load()
    {
        using var reader = new StreamReader(typeof(HostCharacters).Assembly.GetManifestResourceStream("host-characters.tsv")!);
        var map = new Dictionary<int, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line[0] == '#') continue;
            var tab = line.IndexOf('\t', StringComparison.Ordinal);
            map[int.Parse(line.AsSpan(0, tab), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)] = line[(tab + 1)..];
        }

        return map.ToFrozenDictionary();
    }
}
