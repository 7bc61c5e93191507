using NewsWatch.Storage.Sqlite.Files;
using Xunit;

namespace NewsWatch.UnitTests.Storage.Sqlite;

/// <summary>Jobs that share a transaction.</summary>
public sealed class SqliteWriterTests : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newswatch-writer-").FullName;
    private readonly SqliteFile _file;

    public SqliteWriterTests() => _file = new SqliteFile(Path.Combine(_folder, "test.db"), new SqliteSchema("CREATE TABLE noted(name TEXT PRIMARY KEY)"));

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _file.PrepareAsync(Cancel);

    public async ValueTask DisposeAsync()
    {
        await _file.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_job_that_fails_before_it_changed_anything_fails_alone()
    {
        var jobs = await TogetherAsync(Note("a"), _ => throw new InvalidOperationException("no"), Note("b"));

        Assert.Equal([true, false, true], jobs);
        Assert.Equal(["a", "b"], await NotedAsync());
    }

    [Fact]
    public async Task A_job_that_fails_after_a_change_leaves_none_and_the_others_are_done_once()
    {
        var jobs = await TogetherAsync(Note("a"), session => Note("half")(session) > 0 ? throw new InvalidOperationException("no") : 0, Note("b"));

        Assert.Equal([true, false, true], jobs);
        Assert.Equal(["a", "b"], await NotedAsync());
    }

    [Fact]
    public async Task What_SQLite_itself_refuses_fails_and_the_next_goes_on()
    {
        await _file.WriteAsync(Note("a"), Cancel);
        await Assert.ThrowsAnyAsync<Exception>(() => _file.WriteAsync(Note("a"), Cancel));
        await _file.WriteAsync(Note("b"), Cancel);
        Assert.Equal(["a", "b"], await NotedAsync());
    }

    private static Func<SqliteSession, int> Note(string name) => session => session.Execute("INSERT INTO noted(name) VALUES ($1)", name);

    // While the writer is held up by one job, the others gather behind it and share the next transaction.
    private async Task<bool[]> TogetherAsync(params Func<SqliteSession, int>[] jobs)
    {
        using var gathered = new ManualResetEventSlim();
        var first = _file.WriteAsync(
            _ =>
            {
                gathered.Wait(TimeSpan.FromMinutes(2), CancellationToken.None);
                return 0;
            },
            Cancel);
        var waiting = jobs.Select(job => _file.WriteAsync(job, Cancel)).ToArray();
        gathered.Set();
        await first;
        return await Task.WhenAll(waiting.Select(async job =>
        {
            try
            {
                await job;
                return true;
            }
            catch (InvalidOperationException)
            {
                return false;
            }
        }));
    }

    private Task<List<string>> NotedAsync() => _file.ReadAsync(session => session.List("SELECT name FROM noted ORDER BY name", row => row.GetString(0)), Cancel);
}
