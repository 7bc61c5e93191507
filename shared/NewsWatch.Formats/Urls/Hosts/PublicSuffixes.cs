using System.Collections.Frozen;
using System.Globalization;

namespace NewsWatch.Formats.Urls.Hosts;

/// <summary>The public suffix list (publicsuffix.org, MPL 2.0), embedded; its algorithm, its exceptions and wildcards.</summary>
internal static class PublicSuffixes
{
    private static readonly Lazy<FrozenDictionary<string, Rule>.AlternateLookup<ReadOnlySpan<char>>> Rules = new(Load);

    /// <summary>Where the public suffix of a host starts; an unknown top-level domain is one. 0 where the host is nothing else.</summary>
    /// <param name="host">ASCII, lower case, no label empty.</param>
    public static int Start(ReadOnlySpan<char> host)
    {
        var rules = Rules.Value;
        var best = host.LastIndexOf('.') + 1;
        var start = best;
        while (true)
        {
            var name = host[start..];
            rules.TryGetValue(name, out var rule);
            if (rule.HasFlag(Rule.Exception)) return start + name.IndexOf('.') + 1;
            if (rule.HasFlag(Rule.Suffix)) best = start;
            if (start == 0) return best;
            start = host[..(start - 1)].LastIndexOf('.') + 1;
            if (rule.HasFlag(Rule.AllBelow)) best = start;
        }
    }

    private static FrozenDictionary<string, Rule>.AlternateLookup<ReadOnlySpan<char>> Load()
    {
        var idn = new IdnMapping { AllowUnassigned = true };
        using var reader = new StreamReader(typeof(PublicSuffixes).Assembly.GetManifestResourceStream("public-suffixes.txt")!);
        var rules = new Dictionary<string, Rule>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line.StartsWith("//", StringComparison.Ordinal)) continue;
            var text = ToAscii(line, idn);
            var (name, rule) = text switch
            {
                ['!', ..] => (text[1..], Rule.Exception),
                ['*', '.', ..] => (text[2..], Rule.AllBelow),
                _ => (text, Rule.Suffix),
            };
            rules[name] = rules.GetValueOrDefault(name) | rule;
        }

        return rules.ToFrozenDictionary(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();
    }

    private static string ToAscii(string rule, IdnMapping idn)
    {
        if (System.Text.Ascii.IsValid(rule)) return rule;
        var labels = rule.Split('.').Select(label => System.Text.Ascii.IsValid(label) ? label : idn.GetAscii(label));
        return string.Join('.', labels);
    }

    [Flags]
    private enum Rule
    {
        None = 0,
        Suffix = 1,

        /// <summary>Every label below it is a suffix: the list's wildcard.</summary>
        AllBelow = 2,

        /// <summary>A wildcard would make it a suffix, and it is none.</summary>
        Exception = 4,
    }
}
