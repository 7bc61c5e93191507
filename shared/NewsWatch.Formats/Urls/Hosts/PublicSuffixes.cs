using System.Collections.Frozen;
using System.Globalization;

namespace NewsWatch.Formats.Urls.Hosts;

/// <summary>The public suffix list (publicsuffix.org, MPL 2.0), embedded; its algorithm, its exceptions and wildcards.</summary>
internal static class PublicSuffixes
{
    private static readonly Lazy<FrozenSet<string>> Rules = new(Load);

    /// <summary>How many of the labels, from the right, are the public suffix; an unknown top-level domain is one.</summary>
    public static int Length(string[] labels)
    {
        var best = 1;
        for (var count = 1; count <= labels.Length; count++)
        {
            var name = string.Join('.', labels[^count..]);
            if (Rules.Value.Contains("!" + name)) return count - 1;
            if (Rules.Value.Contains(name)) best = Math.Max(best, count);
            if (count < labels.Length && Rules.Value.Contains("*." + name)) best = Math.Max(best, count + 1);
        }

        return best;
    }

    private static FrozenSet<string> Load()
    {
        var idn = new IdnMapping { AllowUnassigned = true };
        using var reader = new StreamReader(typeof(PublicSuffixes).Assembly.GetManifestResourceStream("public-suffixes.txt")!);
        var rules = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)) rules.Add(ToAscii(line, idn));
        }

        return rules.ToFrozenSet(StringComparer.Ordinal);
    }

    private static string ToAscii(string rule, IdnMapping idn)
    {
        if (System.Text.Ascii.IsValid(rule)) return rule;
        var labels = rule.Split('.').Select(label => System.Text.Ascii.IsValid(label) ? label : idn.GetAscii(label));
        return string.Join('.', labels);
    }
}
