using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Extensions.Options;
using NewsWatch.Storage.Ledger;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Ledger;

/// <summary>A file a service, <c>ledger-SERVICE.db</c>, because every file has one writer.</summary>
internal sealed class SqliteLedger(IOptions<StorageOptions> options) : ILedger, IAsyncDisposable
{
    private const string Prefix = "ledger-";

    private static readonly SqliteSchema Schema = new(
        "CREATE TABLE page(day TEXT NOT NULL, process TEXT NOT NULL, content TEXT NOT NULL, PRIMARY KEY(day, process)) WITHOUT ROWID;");

    private readonly ConcurrentDictionary<string, SqliteFile> _files = new(StringComparer.Ordinal);

    public Task WriteAsync(LedgerPage page, CancellationToken cancellationToken = default) => FileOf(page.Service).WriteAsync(
        session => session.Execute("INSERT OR REPLACE INTO page(day, process, content) VALUES ($1,$2,$3)", Text(page.Day), page.Process, SqliteValues.Json(page)), cancellationToken);

    public async Task<IReadOnlyList<LedgerPage>> ReadAsync(DateOnly from, DateOnly to, CancellationToken cancellationToken = default)
    {
        var pages = new List<LedgerPage>();
        foreach (var service in Services())
        {
            pages.AddRange(await FileOf(service).ReadAsync(
                session => session.List("SELECT content FROM page WHERE day BETWEEN $1 AND $2", row => SqliteValues.FromJson<LedgerPage>(row.GetString(0)), Text(from), Text(to)), cancellationToken));
        }

        return pages;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var file in _files.Values) await file.DisposeAsync();
    }

    private IEnumerable<string> Services() => Directory.Exists(options.Value.Data)
        ? Directory.EnumerateFiles(options.Value.Data, Prefix + "*.db").Select(file => Path.GetFileNameWithoutExtension(file)[Prefix.Length..])
        : [];

    private SqliteFile FileOf(string service) => _files.GetOrAdd(service, name => new SqliteFile(Path.Combine(options.Value.Data, $"{Prefix}{name}.db"), Schema));

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
