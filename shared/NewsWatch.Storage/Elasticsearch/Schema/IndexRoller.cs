using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using NewsWatch.Storage.Elasticsearch.Client;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace NewsWatch.Storage.Elasticsearch.Schema;

/// <summary>Brings an index of an older mapping to the present one while searches and writes go on: a new index behind the name of the old one.</summary>
/// <remarks>
/// Documents are copied with their versions, so that copying again takes only what has changed since. Passes follow one another until little is left;
/// then the old index takes no writes for the moment of the last pass and of the change of names, and writers, which are told to come later, do.
/// The new index has a name that neither the alias's template nor Kibana's data views match, so nothing is found twice. Whatever is interrupted
/// is begun again and goes on.
/// </remarks>
internal sealed class IndexRoller(ElasticsearchHttp http, Reindexing reindexing, GoneDocuments gone, IndexNames names, ILogger<IndexRoller> log)
{
    // What a last pass copies in well under a second.
    private const long Little = 2_000;
    private const int MostPasses = 20;

    /// <summary>Rolls every index of a collection that is older than this program.</summary>
    /// <param name="collection"><c>articles</c>, <c>alerts</c>, …</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    public async Task RollAsync(string collection, CancellationToken cancellationToken)
    {
        foreach (var old in await OldAsync(collection, cancellationToken))
        {
            Log.RollBegun(log, old, SchemaResource.Version);
            try
            {
                Log.RollDone(log, old, await RollAsync(collection, old, cancellationToken));
            }
            catch (ElasticsearchRefusedException e)
            {
                Log.RollFailed(log, old, e.Message);
            }
        }
    }

    private async Task<List<string>> OldAsync(string collection, CancellationToken cancellationToken)
    {
        var answer = await http.SendAsync(HttpMethod.GET, $"/{names.Prefix}-{collection}/_mapping", null, cancellationToken);
        return answer.Status == 404
            ? []
            : [.. JsonNode.Parse(answer.Body.Span)!.AsObject().Where(i => SchemaResource.VersionOf(i.Value!["mappings"]!) < SchemaResource.Oldest).Select(i => i.Key).Order(StringComparer.Ordinal)];
    }

    private async Task<string> RollAsync(string collection, string old, CancellationToken cancellationToken)
    {
        var name = IndexNames.MonthOf(old) is { } month ? FormattableString.Invariant($"{names.Prefix}-{collection}-{month:yyyy.MM}") : $"{names.Prefix}-{collection}";
        var made = names.Rolled(name, SchemaResource.Version);
        await http.SendToleratingAsync(HttpMethod.PUT, "/" + made, "resource_already_exists_exception", SchemaResource.Index(collection), cancellationToken);

        var copied = -1L;
        for (var pass = 0; pass < MostPasses; pass++)
        {
            var upTo = await reindexing.LastChangeAsync(old, cancellationToken);
            await reindexing.CopyAsync(old, made, copied, cancellationToken);
            var fresh = upTo - copied;
            copied = upTo;
            if (fresh <= Little) break;
        }

        try
        {
            await http.SendAsync(HttpMethod.PUT, $"/{old}/_block/write", null, cancellationToken);
            await reindexing.CopyAsync(old, made, copied, cancellationToken);
            await gone.RemoveAsync(old, made, cancellationToken);
            await SwapAsync(collection, old, name, made, cancellationToken);
            return made;
        }
        catch
        {
            // Another process may have been faster, and then the block lies on its index; or this one is stopped. Either way writers go on.
            await http.SendAsync(HttpMethod.PUT, $"/{name}/_settings", new JsonObject { ["index.blocks.write"] = null }, CancellationToken.None);
            throw;
        }
    }

    private async Task SwapAsync(string collection, string old, string name, string made, CancellationToken cancellationToken)
    {
        var actions = new JsonArray(Action("remove_index", old), Action("add", made, name));
        if (name != $"{names.Prefix}-{collection}") actions.Add(Action("add", made, $"{names.Prefix}-{collection}"));
        await http.SendAsync(HttpMethod.POST, "/_aliases", new JsonObject { ["actions"] = actions }, cancellationToken);
    }

    private static JsonObject Action(string kind, string index, string? alias = null)
    {
        var action = new JsonObject { ["index"] = index };
        if (alias is not null) action["alias"] = alias;
        return new JsonObject { [kind] = action };
    }
}
