using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsWatch.Storage.Sqlite.Files;

/// <summary>The one writer of a file: takes what has gathered, does it in one transaction, then answers. One fsync serves all who wait.</summary>
internal sealed class SqliteWriter : IAsyncDisposable
{
    private const int MostJobsATransaction = 64;
    private readonly Channel<ISqliteJob> _jobs = Channel.CreateBounded<ISqliteJob>(new BoundedChannelOptions(256) { SingleReader = true });
    private readonly string _path;
    private readonly Func<SqliteSession> _open;
    private readonly Task _loop;
    private SqliteSession? _session;

    public SqliteWriter(string path, Func<SqliteSession> open)
    {
        _path = path;
        _open = open;
        _loop = Task.Run(LoopAsync);
    }

    public async Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken)
    {
        var job = new SqliteJob<T>(write);
        await _jobs.Writer.WriteAsync(job, cancellationToken);
        return await job.Answer.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        _jobs.Writer.TryComplete();
        await _loop;
    }

    private async Task LoopAsync()
    {
        var taken = new List<ISqliteJob>();
        while (await _jobs.Reader.WaitToReadAsync())
        {
            while (taken.Count < MostJobsATransaction && _jobs.Reader.TryRead(out var job)) taken.Add(job);
            Process(taken);
            taken.Clear();
        }

        _session?.Dispose();
    }

    private void Process(List<ISqliteJob> jobs)
    {
        try
        {
            _session ??= _open();
            Transact(_session, jobs);
        }
        catch (Exception error)
        {
            // Whatever it was, the next batch starts on a fresh connection, and everyone of this one is told.
            _session?.Dispose();
            _session = null;
            var failure = error is SqliteException e ? SqliteErrors.Translate(e, _path, CancellationToken.None) : error;
            foreach (var job in jobs) job.Fail(failure);
        }
    }

    // No savepoint around each job, to undo it alone: FTS5 writes out what it has gathered at every savepoint, in pieces that cost a multiple. What
    // fails has changed nothing as a rule; where it has, all is rolled back, and the others do their work once more.
    private static void Transact(SqliteSession session, List<ISqliteJob> jobs)
    {
        var left = jobs;
        while (!TryRun(session, left, out var failed)) left = [.. left.Where(job => !failed.Contains(job))];
        foreach (var job in left) job.Succeed();
    }

    // A job that failed has told its caller, and is not told again.
    private static bool TryRun(SqliteSession session, List<ISqliteJob> jobs, out HashSet<ISqliteJob> failed)
    {
        failed = [];
        session.Execute("BEGIN IMMEDIATE");
        foreach (var job in jobs)
        {
            var before = raw.sqlite3_total_changes(session.Connection.Handle);
            if (job.Run(session)) continue;
            failed.Add(job);
            if (raw.sqlite3_total_changes(session.Connection.Handle) == before) continue;
            session.Execute("ROLLBACK");
            return false;
        }

        session.Execute("COMMIT");
        return true;
    }
}
