using Microsoft.Data.Sqlite;

namespace NewsWatch.Storage.Sqlite.Files;

/// <summary>Says in the ports' words what SQLite's error codes mean.</summary>
internal static class SqliteErrors
{
    // Result codes: https://www.sqlite.org/rescode.html
    private const int Interrupt = 9;

    public static Exception Translate(SqliteException error, string path, CancellationToken cancellationToken) => error.SqliteErrorCode switch
    {
        Interrupt when cancellationToken.IsCancellationRequested => new OperationCanceledException(error.Message, error, cancellationToken),
        5 or 6 => new StoreUnavailableException($"{path} is locked by another process for too long; each file has one writing process.", error),
        8 => new StoreUnavailableException($"{path} cannot be written: check the file's permissions.", error),
        10 => new StoreUnavailableException($"{path} cannot be read or written: the disk reports an error ({error.Message}).", error),
        11 or 26 => new StoreUnavailableException($"{path} is damaged or no SQLite file: put a backup in its place, or move it away to start empty.", error),
        13 => new StoreUnavailableException($"{path} cannot grow: the disk is full.", error),
        14 => new StoreUnavailableException($"{path} cannot be opened: check that the folder exists and may be written.", error),
        _ => error,
    };
}
