using System.Text.Json.Nodes;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Client;

/// <summary>Snapshots of an index that searches go on in while others write. The server keeps them for a while only, and not any number of them.</summary>
internal sealed class PointsInTime(ElasticsearchHttp http)
{
    /// <summary>How long the server keeps one after it was last used.</summary>
    public const string KeepAlive = "5m";

    /// <summary>Opens one; <see langword="null"/> where the server will not, so that a search does without.</summary>
    public async Task<string?> OpenAsync(string index, CancellationToken cancellationToken)
    {
        try
        {
            var answer = await http.SendAsync(HttpMethod.POST, $"/{index}/_pit?keep_alive={KeepAlive}", null, cancellationToken);
            if (answer.Status == 404) return null;
            using var json = answer.Json();
            return json.RootElement.GetProperty("id").GetString();
        }
        catch (ElasticsearchRefusedException)
        {
            return null;
        }
    }

    /// <summary>Gives one back before its time; that it is gone already, or that the server is away, does not matter.</summary>
    public async Task CloseAsync(string id)
    {
        try
        {
            await http.SendAsync(HttpMethod.DELETE, "/_pit", new JsonObject { ["id"] = id }, CancellationToken.None);
        }
        catch (Exception e) when (e is StoreUnavailableException or ElasticsearchRefusedException)
        {
            // It ends by itself.
        }
    }
}
