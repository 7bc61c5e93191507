namespace NewsWatch.Storage.Elasticsearch.Articles;

/// <summary>What is read of a stored article to decide about a revision.</summary>
internal sealed record HeldArticle
{
    /// <summary>The members of a document that this needs.</summary>
    public static readonly string[] Fields = ["id", "revision", "hash", "seen"];

    public required string Id { get; init; }

    public required int Revision { get; init; }

    public required string Hash { get; init; }

    public required DateTimeOffset Seen { get; init; }
}
