namespace NewsWatch.Storage.Elasticsearch.Client;

/// <summary>A document on its way, and what becomes of it.</summary>
internal sealed class BulkDocument(BulkOperation operation)
{
    public BulkOperation Operation { get; } = operation;

    public BulkResult Result { get; set; }
}

/// <summary>Documents of one caller that fit into one request.</summary>
/// <param name="documents">The documents.</param>
/// <param name="length">Roughly how long they are in the request.</param>
/// <param name="refresh">Whether the caller waits until searches see them.</param>
internal sealed class BulkPart(IReadOnlyList<BulkDocument> documents, int length, bool refresh)
{
    private readonly TaskCompletionSource _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<BulkDocument> Documents { get; } = documents;

    public int Length { get; } = length;

    public bool Refresh { get; } = refresh;

    /// <summary>Completes when every document has its result, or fails for all.</summary>
    public Task Done => _done.Task;

    public void Succeed() => _done.TrySetResult();

    public void Fail(Exception error) => _done.TrySetException(error);
}
