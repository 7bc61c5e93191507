using Microsoft.Data.Sqlite;

namespace NewsWatch.Storage.Sqlite.Files;

/// <summary>A piece of work that waits for its transaction to be committed.</summary>
internal interface ISqliteJob
{
    /// <summary>Does the work, perhaps again after a rollback; false when it failed by itself, and must not be done again.</summary>
    bool Run(SqliteSession session);

    /// <summary>The transaction is on disk.</summary>
    void Succeed();

    /// <summary>The transaction failed.</summary>
    void Fail(Exception error);
}

/// <inheritdoc cref="ISqliteJob"/>
internal sealed class SqliteJob<T>(Func<SqliteSession, T> work) : ISqliteJob
{
    private readonly TaskCompletionSource<T> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private T? _result;

    public Task<T> Answer => _answer.Task;

    public bool Run(SqliteSession session)
    {
        try
        {
            _result = work(session);
            return true;
        }
        catch (Exception error) when (error is not SqliteException)
        {
            _answer.TrySetException(error);
            return false;
        }
    }

    public void Succeed() => _answer.TrySetResult(_result!);

    public void Fail(Exception error) => _answer.TrySetException(error);
}
