using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace NewsWatch.Storage.Elasticsearch.Schema;

/// <summary>What indices, aliases and templates are called.</summary>
internal sealed class IndexNames(IOptions<ElasticsearchOptions> options)
{
    /// <summary>What all names begin with.</summary>
    public string Prefix { get; } = options.Value.Prefix;

    /// <summary>Alias of all months of articles.</summary>
    public string Articles => Prefix + "-articles";

    /// <summary>Alias of all months of alerts.</summary>
    public string Alerts => Prefix + "-alerts";

    /// <summary>Alias of all months of revisions that newer ones took the place of.</summary>
    public string Revisions => Prefix + "-revisions";

    public string Watches => Prefix + "-watches";

    public string Fragments => Prefix + "-fragments";

    public string Feeds => Prefix + "-feeds";

    public string FeedStates => Prefix + "-feedstate";

    /// <summary>The month of articles first seen at <paramref name="seen"/>: an id always goes to the same.</summary>
    public string ArticlesOf(DateTimeOffset seen) => Month(Articles, seen);

    /// <summary>The revisions that newer ones took the place of, by the same month.</summary>
    public string RevisionsOf(DateTimeOffset seen) => Month(Revisions, seen);

    /// <summary>The alerts about articles first seen at <paramref name="seen"/>: an alert raised again in another month still goes to the same.</summary>
    public string AlertsOf(DateTimeOffset seen) => Month(Alerts, seen);

    /// <summary>The month that an index holds, whatever its name begins with; <see langword="null"/> where it ends in none.</summary>
    public static DateOnly? MonthOf(string index) =>
        index.Length > 7 && DateOnly.TryParseExact(index[^7..], "yyyy.MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;

    /// <summary>What documents in an index are read and written under: one that <see cref="Rolled"/> named answers to the name of the one whose place it took.</summary>
    public string Unrolled(string index) => Regex.Replace(index, $"^({Regex.Escape(Prefix)}-)v[0-9]+-", "$1");

    /// <summary>What an index is called that takes the place of the one called <paramref name="name"/>; no pattern of a template or a data view matches it.</summary>
    public string Rolled(string name, int version) => string.Create(CultureInfo.InvariantCulture, $"{Prefix}-v{version}-{name[(Prefix.Length + 1)..]}");

    private static string Month(string name, DateTimeOffset time) => string.Create(CultureInfo.InvariantCulture, $"{name}-{time.UtcDateTime:yyyy.MM}");
}
