using System.Collections.Frozen;
using System.Globalization;

namespace NewsWatch.Formats.Urls.Hosts;

/// <summary>The public suffix list (publicsuffix.org, MPL 2.0), embedded; its algorithm, its exceptions and wildcards.</summary>
internal static class PublicSuffixes
{
    private static readonly Lazy<RuleSet> Rules = new(Load);

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
            if (rules.Exceptions.Contains(name)) return start + name.IndexOf('.') + 1;
            if (rules.Names.Contains(name)) best = start;
            if (start == 0) return best;
            start = host[..(start - 1)].LastIndexOf('.') + 1;
            if (rules.BelowWildcards.Contains(name)) best = start;
        }
    }

    private static RuleSet Load()
    {
        var idn = new IdnMapping { AllowUnassigned = true };
        using var reader = new StreamReader(typeof(PublicSuffixes).Assembly.GetManifestResourceStream("public-suffixes.txt")!);
        var rules = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)) rules.Add(ToAscii(line, idn));
        }

        return new(
            Lookup(rules.Where(rule => rule[0] is not ('!' or '*'))),
            Lookup(rules.Where(rule => rule[0] == '!').Select(rule => rule[1..])),
            Lookup(rules.Where(rule => rule.StartsWith("*.", StringComparison.Ordinal)).Select(rule => rule[2..])));
    }

    private static string ToAscii(string rule, IdnMapping idn)
    {
        if (System.Text.Ascii.IsValid(rule)) return rule;
        var labels = rule.Split('.').Select(label => System.Text.Ascii.IsValid(label) ? label : idn.GetAscii(label));
        return string.Join('.', labels);
    }

    private static FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup(IEnumerable<string> names) =>
        names.ToFrozenSet(StringComparer.Ordinal).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <param name="Names">Suffixes.</param>
    /// <param name="Exceptions">Names that a wildcard would make a suffix and that are none.</param>
    /// <param name="BelowWildcards">Names below which every label is a suffix.</param>
    private sealed record RuleSet(
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Names,
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Exceptions,
        FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> BelowWildcards);
}
