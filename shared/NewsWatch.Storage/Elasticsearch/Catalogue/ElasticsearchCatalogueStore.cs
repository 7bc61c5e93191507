using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.Storage.Catalogue;
using NewsWatch.Storage.Elasticsearch.Client;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Catalogue;

/// <summary>Things of one kind in an index of their own. The version stands in the document; the server's sequence number keeps two edits apart.</summary>
/// <param name="http">The server.</param>
/// <param name="index">The index.</param>
/// <param name="kind">The kind.</param>
internal sealed class ElasticsearchCatalogueStore<T>(ElasticsearchHttp http, string index, CatalogueKind<T> kind) : ICatalogueStore<T>
    where T : class
{
    private readonly Documents _documents = new(http);

    public async Task<IReadOnlyList<T>> ListAsync(CancellationToken cancellationToken = default) =>
        [.. kind.Sort(await _documents.AllAsync<T>(index, kind.Key, cancellationToken))];

    public async Task<T?> GetAsync(string id, CancellationToken cancellationToken = default) => (await ReadAsync(id, cancellationToken))?.Source;

    public async Task<T> PutAsync(T item, int expectedVersion, CancellationToken cancellationToken = default)
    {
        var (id, document) = (kind.IdOf(item), kind.WithVersion(item, expectedVersion + 1));
        var condition = "op_type=create";
        if (expectedVersion > 0)
        {
            var stored = await ReadAsync(id, cancellationToken);
            if (stored is null || kind.VersionOf(stored.Source) != expectedVersion) throw Conflict(id, expectedVersion, stored);
            condition = Unchanged(stored);
        }

        var body = JsonSerializer.SerializeToNode(document, NewsWatchJson.Options);
        var answer = await http.SendAsync(HttpMethod.PUT, $"/{index}/_doc/{Uri.EscapeDataString(id)}?refresh=wait_for&{condition}", body, cancellationToken);
        if (answer.Status != 409) return document;

        // It is our own that is in the way, when an attempt that seemed to fail had arrived.
        var winner = await ReadAsync(id, cancellationToken);
        return answer.Attempts > 1 && winner is not null && Same(winner.Source, document) ? document : throw Conflict(id, expectedVersion, winner);
    }

    public async Task<bool> DeleteAsync(string id, int? expectedVersion = null, CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var stored = await ReadAsync(id, cancellationToken);
            if (stored is null) return false;
            if (expectedVersion is { } expected && kind.VersionOf(stored.Source) != expected) throw Conflict(id, expected, stored);
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
        kind.Conflict(id, expected, stored is null ? null : kind.VersionOf(stored.Source));
}
