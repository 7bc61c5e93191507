using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.Storage.Elasticsearch.Client;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch;

/// <summary>Versioned documents of one kind. The version stands in the document; the server's sequence number keeps two edits apart.</summary>
/// <param name="http">The server.</param>
/// <param name="index">The index.</param>
/// <param name="noun">What people call such a document.</param>
/// <param name="versionOf">A document's version.</param>
/// <param name="key">The field that holds a document's id.</param>
internal sealed class VersionedDocuments<T>(ElasticsearchHttp http, string index, string noun, Func<T, int> versionOf, string key = "id")
    where T : class
{
    private readonly Documents _documents = new(http);

    public Task<List<T>> ListAsync(CancellationToken cancellationToken) => _documents.AllAsync<T>(index, key, cancellationToken);

    public async Task<T?> GetAsync(string id, CancellationToken cancellationToken) => (await ReadAsync(id, cancellationToken))?.Source;

    /// <summary>Stores <paramref name="document"/>, whose version is one more than <paramref name="expectedVersion"/>.</summary>
    public async Task<T> PutAsync(string id, T document, int expectedVersion, CancellationToken cancellationToken)
    {
        var condition = "op_type=create";
        if (expectedVersion > 0)
        {
            var stored = await ReadAsync(id, cancellationToken);
            if (stored is null || versionOf(stored.Source) != expectedVersion) throw Conflict(id, expectedVersion, stored);
            condition = Unchanged(stored);
        }

        var body = JsonSerializer.SerializeToNode(document, NewsWatchJson.Options);
        var answer = await http.SendAsync(HttpMethod.PUT, $"/{index}/_doc/{Uri.EscapeDataString(id)}?refresh=wait_for&{condition}", body, cancellationToken);
        if (answer.Status != 409) return document;

        // It is our own that is in the way, when an attempt that seemed to fail had arrived.
        var winner = await ReadAsync(id, cancellationToken);
        return answer.Attempts > 1 && winner is not null && Same(winner.Source, document) ? document : throw Conflict(id, expectedVersion, winner);
    }

    public async Task<bool> DeleteAsync(string id, int? expectedVersion, CancellationToken cancellationToken)
    {
        while (true)
        {
            var stored = await ReadAsync(id, cancellationToken);
            if (stored is null) return false;
            if (expectedVersion is { } expected && versionOf(stored.Source) != expected) throw Conflict(id, expected, stored);
            var answer = await http.SendAsync(HttpMethod.DELETE, $"/{index}/_doc/{Uri.EscapeDataString(id)}?refresh=wait_for&{Unchanged(stored)}", null, cancellationToken);
            if (answer.Status != 409) return true;
        }
    }

    private async Task<StoredDocument<T>?> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(HttpMethod.GET, $"/{index}/_doc/{Uri.EscapeDataString(id)}", null, cancellationToken);
        using var json = answer.Json();
        if (json.RootElement.TryGetProperty("error", out _)) throw new StoreUnavailableException($"Elasticsearch has no index {index} yet: the process that writes it makes it when it starts.");
        return answer.Status == 404 ? null : Documents.Read<T>(json.RootElement);
    }

    private static bool Same(T a, T b) => JsonSerializer.Serialize(a, NewsWatchJson.Options) == JsonSerializer.Serialize(b, NewsWatchJson.Options);

    private static string Unchanged(StoredDocument<T> stored) => FormattableString.Invariant($"if_seq_no={stored.Sequence.Number}&if_primary_term={stored.Sequence.Term}");

    private VersionConflictException Conflict(string id, int expected, StoredDocument<T>? stored) =>
        VersionConflicts.Of(noun, id, expected, stored is null ? null : versionOf(stored.Source));
}
