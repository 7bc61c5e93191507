namespace NewsWatch.Indexer;

/// <summary>The store will never take this document; it goes to the error queue with the reason.</summary>
public sealed class DocumentRejectedException(string message) : Exception(message);
