using System.Text.RegularExpressions;

namespace NewsWatch.UnitTests.Deploy;

/// <summary>What the code says, for files that must agree with it: its settings and its instruments.</summary>
internal static partial class SourceFacts
{
    private static readonly string[] Sources = [.. RepositoryFiles.Under("services", "*.cs").Concat(RepositoryFiles.Under("shared", "*.cs")).Select(RepositoryFiles.Read)];

    /// <summary>Names of our instruments as Prometheus shows them.</summary>
    public static IReadOnlySet<string> Metrics { get; } = Sources.Select(WithNames).SelectMany(source => Instrument().Matches(source)).SelectMany(PrometheusNames).ToHashSet();

    /// <summary>Whether some code reads a setting, as a whole (<c>"NewsWatch:ApiKey"</c>) or as a property of an options type with that section.</summary>
    public static bool ReadsSetting(string variable)
    {
        var key = variable.Replace("__", ":", StringComparison.Ordinal);
        var (section, name) = (key[..key.LastIndexOf(':')], key[(key.LastIndexOf(':') + 1)..]);
        return Sources.Any(source => source.Contains($"\"{key}\"", StringComparison.Ordinal)
            || IsEntry(source, section)
            || (source.Contains($"\"{section}\"", StringComparison.Ordinal) && Regex.IsMatch(source, $@"\b{Regex.Escape(name)} {{ get;")));
    }

    /// <summary>Whether a section is a dictionary of an options type, whose entries users name themselves.</summary>
    private static bool IsEntry(string source, string section)
    {
        var (parent, name) = (section[..Math.Max(0, section.LastIndexOf(':'))], section[(section.LastIndexOf(':') + 1)..]);
        return source.Contains($"\"{parent}\"", StringComparison.Ordinal) && Regex.IsMatch(source, $@"Dictionary<string, string> {Regex.Escape(name)} {{ get;");
    }

    // OpenTelemetry's rules for Prometheus: dots become underscores, a unit in braces is dropped, seconds are spelt out, counters end in _total.
    private static IEnumerable<string> PrometheusNames(Match instrument)
    {
        var name = instrument.Groups["name"].Value.Replace('.', '_') + (instrument.Groups["unit"].Value == "s" ? "_seconds" : "");
        return instrument.Groups["kind"].Value == "Counter" ? [name + "_total"] : [name + "_bucket", name + "_sum", name + "_count"];
    }

    /// <summary>A source in which names that stand in constants of their own are written out where an instrument is made.</summary>
    private static string WithNames(string source) =>
        Constant().Matches(source).Aggregate(source, (text, constant) => text.Replace($"({constant.Groups["name"].Value},", $"({constant.Groups["value"].Value},", StringComparison.Ordinal));

    [GeneratedRegex(@"const string (?<name>\w+) = (?<value>""newswatch\.[a-z_.]+"");")]
    private static partial Regex Constant();

    [GeneratedRegex(@"Create(?<kind>Counter|Histogram)<\w+>\(\s*""(?<name>newswatch\.[a-z_.]+)"",\s*""(?<unit>[^""]*)""")]
    private static partial Regex Instrument();
}
