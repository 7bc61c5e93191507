namespace NewsWatch.Storage;

/// <summary>The store does not answer, or asks to come back later; the same call may succeed then.</summary>
public sealed class StoreUnavailableException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The store holds another version of a document than the caller expected.</summary>
public sealed class VersionConflictException(string message, int? currentVersion) : Exception(message)
{
    /// <summary>The version the store holds; <see langword="null"/> when it holds none.</summary>
    public int? CurrentVersion { get; } = currentVersion;
}

/// <summary>A paging cursor that was not made by this list.</summary>
public sealed class InvalidCursorException(string message) : FormatException(message);

/// <summary>A paging cursor whose search is too old to go on with; the search can be made again from its start.</summary>
public sealed class CursorExpiredException(string message) : Exception(message);

/// <summary>A search by topic would have to look at more articles than the store can be asked about at once; a shorter time helps.</summary>
public sealed class TooManyAlertedArticlesException(string message) : FormatException(message);
