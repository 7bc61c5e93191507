using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace NewsWatch.Storage.Sqlite.Files;

/// <summary>One SQLite file: pooled readers in any process, one writer in the process that owns it.</summary>
internal sealed class SqliteFile : IAsyncDisposable
{
    private readonly SqliteSchema _schema;
    private readonly string _connectionString;
    private readonly Lazy<SqliteWriter> _writer;
    private volatile bool _ready;

    public SqliteFile(string path, SqliteSchema schema)
    {
        Path = System.IO.Path.GetFullPath(path);
        _schema = schema;
        _connectionString = new SqliteConnectionStringBuilder { DataSource = Path, Mode = SqliteOpenMode.ReadWrite, DefaultTimeout = 10 }.ToString();
        _writer = new(() => new SqliteWriter(Path, OpenWriter));
    }

    public string Path { get; }

    /// <summary>Makes the file and its tables where they are missing.</summary>
    public Task PrepareAsync(CancellationToken cancellationToken) => Task.Run(
        () =>
        {
            CreateFolder();
            Guard(
                () =>
                {
                    using var session = OpenWriter();
                    return 0;
                },
                cancellationToken);
            _ready = true;
        },
        cancellationToken);

    /// <summary>Reads in one snapshot.</summary>
    public Task<T> ReadAsync<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken) =>
        Task.Run(() => Guard(() => Read(read, cancellationToken), cancellationToken), cancellationToken);

    /// <summary>Writes in the order of the calls; returns when the write is on disk.</summary>
    public Task<T> WriteAsync<T>(Func<SqliteSession, T> write, CancellationToken cancellationToken) => _writer.Value.WriteAsync(write, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_writer.IsValueCreated) await _writer.Value.DisposeAsync();
        using var connection = new SqliteConnection(_connectionString);
        SqliteConnection.ClearPool(connection);
    }

    private T Read<T>(Func<SqliteSession, T> read, CancellationToken cancellationToken)
    {
        if (!_ready && !File.Exists(Path)) throw NotYet();
        using var session = Open(_connectionString);
        using var interrupt = cancellationToken.Register(() => raw.sqlite3_interrupt(session.Connection.Handle));
        session.Execute("PRAGMA query_only = ON; PRAGMA mmap_size = 268435456");
        EnsureReady(session);
        session.Execute("BEGIN");
        try
        {
            return read(session);
        }
        finally
        {
            session.Execute("ROLLBACK");
        }
    }

    private void EnsureReady(SqliteSession session)
    {
        if (_ready) return;
        var version = (int)session.Count("PRAGMA user_version");
        _schema.Check(version, Path);
        if (version < _schema.Version) throw NotYet();
        _ready = true;
    }

    private StoreUnavailableException NotYet() => new($"{Path} is not ready yet: the process that writes it makes it when it starts.");

    private T Guard<T>(Func<T> work, CancellationToken cancellationToken)
    {
        try
        {
            return work();
        }
        catch (SqliteException error)
        {
            throw SqliteErrors.Translate(error, Path, cancellationToken);
        }
    }

    private void CreateFolder()
    {
        var folder = System.IO.Path.GetDirectoryName(Path)!;
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new StoreUnavailableException($"The folder {folder} cannot be made ({error.Message}): choose another with NewsWatch:Data.", error);
        }
    }

    // FULL, not NORMAL: a message is acknowledged to the broker once its batch is committed and is never delivered again, so the commit must survive power loss too. Batches make the fsync cheap. A checkpoint every 32 MB instead of 4: a page that many batches change is then copied once for all of them.
    private SqliteSession OpenWriter()
    {
        CreateFolder();
        var session = Open(new SqliteConnectionStringBuilder(_connectionString) { Mode = SqliteOpenMode.ReadWriteCreate, Pooling = false }.ToString());
        session.Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; PRAGMA journal_size_limit = 67108864; PRAGMA wal_autocheckpoint = 8000");
        _schema.Upgrade(session, Path);
        return session;
    }

    private static SqliteSession Open(string connectionString)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            connection.Open();
            return new SqliteSession(connection);
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }
}
