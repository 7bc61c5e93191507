using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatch.Storage.Elasticsearch.Client;
using NewsWatch.Storage.Elasticsearch.Schema;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Articles;

/// <summary>Reads the ids of articles in the order in which the archive took them in, each time those that came since the last. Not for more than one reader.</summary>
internal sealed class ArrivedIds(Documents documents, ElasticsearchHttp http, IndexNames names)
{
    private const int PageSize = 10_000;

    /// <summary>The longest time in which an index may show what was written: what it shows later is found too late.</summary>
    private static readonly TimeSpan SoonEnough = TimeSpan.FromSeconds(5);

    // By index, which one it is, and the sequence number up to which was read.
    private Dictionary<string, string> _indices = [];
    private readonly Dictionary<string, long> _ended = [];

    // Those in which the last reading found something.
    private HashSet<string> _moved = [];

    /// <summary>How many articles there are.</summary>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    public async Task<long> CountAsync(CancellationToken cancellationToken)
    {
        using var answer = await documents.SearchAsync(names.Articles, new JsonObject { ["size"] = 0, ["track_total_hits"] = true }, cancellationToken, mayBeGone: true);
        return answer.Total;
    }

    /// <summary>Reads what came since the last time, and some of that again; whatever was taken before it failed counts as read.</summary>
    /// <param name="take">Takes an id, and says whether there is room for more.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Whether that is all; not where an index is of several shards, whose numbers are no order, or shows only late what was written.</returns>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    /// <exception cref="ElasticsearchRefusedException">It refuses the question.</exception>
    public async Task<bool> ReadAsync(Func<string, bool> take, CancellationToken cancellationToken)
    {
        if (!await MeetIndicesAsync(cancellationToken)) return false;
        var before = new Dictionary<string, long>(_ended);
        // Numbers are given before documents can be seen, and these are not seen in the order of theirs: a page is more than a few Indexers have on their way.
        foreach (var index in _moved.Where(_ended.ContainsKey)) _ended[index] -= PageSize;
        var moved = new HashSet<string>();
        var (read, room) = (PageSize, true);
        while (read == PageSize && room)
        {
            read = 0;
            using var page = await documents.SearchAsync(names.Articles, PageAfter(_ended), cancellationToken, mayBeGone: true);
            foreach (var hit in page.Hits())
            {
                read++;
                var (index, number) = (hit.GetProperty("_index").GetString()!, hit.GetProperty("sort")[0].GetInt64());
                _ended[index] = number;
                if (number > before.GetValueOrDefault(index, -1) && moved.Add(index)) _moved.Add(index);
                // What somebody else put among the articles may have none.
                if (hit.TryGetProperty("fields", out var fields)) room = take(fields.GetProperty("id")[0].GetString()!);
            }
        }

        _moved = moved;
        return room;
    }

    private static JsonObject PageAfter(Dictionary<string, long> ended) => new()
    {
        ["size"] = PageSize,
        // Of a stored field the server would unpack a whole block for each id.
        ["stored_fields"] = "_none_",
        ["_source"] = false,
        ["docvalue_fields"] = new JsonArray("id"),
        ["track_total_hits"] = false,
        ["sort"] = new JsonArray("_seq_no"),
        ["query"] = new JsonObject { ["bool"] = new JsonObject { ["should"] = new JsonArray([.. ended.Select(After), NoneOf(ended.Keys)]) } },
    };

    private static JsonObject After(KeyValuePair<string, long> end) => new()
    {
        ["bool"] = new JsonObject
        {
            ["filter"] = new JsonArray(
                new JsonObject { ["term"] = new JsonObject { ["_index"] = end.Key } },
                new JsonObject { ["range"] = new JsonObject { ["_seq_no"] = new JsonObject { ["gt"] = end.Value } } }),
        },
    };

    private static JsonObject NoneOf(IEnumerable<string> indices) => new()
    {
        ["bool"] = new JsonObject { ["must_not"] = new JsonArray(new JsonObject { ["terms"] = new JsonObject { ["_index"] = new JsonArray([.. indices.Select(i => (JsonNode)i)]) } }) },
    };

    /// <summary>Forgets where it was in an index that is gone or was made anew.</summary>
    /// <returns>Whether all can be read in their order.</returns>
    private async Task<bool> MeetIndicesAsync(CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(HttpMethod.GET, $"/{names.Articles}/_settings/index.number_of_shards,index.uuid,index.refresh_interval", null, cancellationToken);
        if (answer.Status == 404) return false;
        using var json = answer.Json();
        var settings = json.RootElement.EnumerateObject().ToDictionary(index => index.Name, index => index.Value.GetProperty("settings").GetProperty("index"));
        var indices = settings.ToDictionary(index => index.Key, index => index.Value.GetProperty("uuid").GetString()!);
        foreach (var other in _ended.Keys.Where(index => indices.GetValueOrDefault(index) != _indices.GetValueOrDefault(index)).ToList()) _ended.Remove(other);
        _indices = indices;
        return settings.Values.All(index => index.GetProperty("number_of_shards").GetString() == "1" && ShowsSoon(index));
    }

    // Without the setting the server's own holds, which is a second.
    private static bool ShowsSoon(JsonElement settings) =>
        !settings.TryGetProperty("refresh_interval", out var interval)
        || (interval.GetString() is { } text && (SecondsOf(text, "ms", 0.001) ?? SecondsOf(text, "s", 1)) is { } seconds && seconds >= 0 && seconds <= SoonEnough.TotalSeconds);

    private static double? SecondsOf(string text, string unit, double each) =>
        text.EndsWith(unit, StringComparison.Ordinal) && double.TryParse(text[..^unit.Length], CultureInfo.InvariantCulture, out var number) ? number * each : null;
}
