using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Elasticsearch.Client;

namespace NewsWatch.Storage.Elasticsearch;

/// <summary>Says in the ports' words what became of a document.</summary>
internal static class Outcomes
{
    /// <summary>Of a document that was to be new; one that is there already is as good.</summary>
    public static WriteOutcome OfCreate(BulkResult result) => result switch
    {
        { Succeeded: true } => new(WriteResult.Stored),
        { Conflict: true } => new(WriteResult.Repeated),
        _ => Rejected(result),
    };

    /// <summary>Of a document that the server will never take.</summary>
    public static WriteOutcome Rejected(BulkResult result) => new(WriteResult.Rejected, $"Elasticsearch refuses the document: {result.Reason}");
}
