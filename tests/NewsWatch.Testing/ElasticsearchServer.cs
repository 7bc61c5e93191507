using System.Diagnostics;
using System.Globalization;

namespace NewsWatch.Testing;

/// <summary>
/// A real Elasticsearch for tests, one a test run: the one that <c>ConnectionStrings__elasticsearch</c> names, else one that is started from
/// <c>../shared/elasticsearch/run</c> beside the project, on its own port and folder, and ended with the run.
/// </summary>
public sealed class ElasticsearchServer : IAsyncDisposable
{
    /// <summary>What a skipped test says.</summary>
    public const string Absent = "No Elasticsearch: set ConnectionStrings__elasticsearch, or put the test server at ../shared/elasticsearch beside the project.";

    private static readonly string? Configured = Environment.GetEnvironmentVariable("ConnectionStrings__elasticsearch");
    private readonly Lazy<Task<string>> _address;
    private string? _folder;
    private int _port;
    private int _pid;

    /// <summary>Starts nothing yet: the first test that asks for the address does.</summary>
    public ElasticsearchServer() => _address = new(StartAsync);

    /// <summary>Whether there is one to use.</summary>
    public static bool IsAvailable => !string.IsNullOrWhiteSpace(Configured) || ElasticsearchScript.Path() is not null;

    /// <summary>Whether it is one that tests start themselves, and so may kill.</summary>
    public static bool CanBeKilled => string.IsNullOrWhiteSpace(Configured) && ElasticsearchScript.Path() is not null;

    /// <summary>Whether it runs only when nothing else wants to, as with <c>newswatch up</c>. Tests wait for it beside other tests, so theirs does not.</summary>
    public bool GivesWay { get; init; }

    /// <summary>Its address, once it answers.</summary>
    public Task<string> AddressAsync() => _address.Value;

    /// <summary>Its pid, or 0 where it is one that tests did not start.</summary>
    public int Pid => _pid;

    /// <summary>SIGKILL, and a new start on what its disk holds.</summary>
    public async Task KillAndRestartAsync()
    {
        using (var process = Process.GetProcessById(_pid))
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        await LaunchAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_folder is null) return;
        await ElasticsearchScript.RunAsync("stop", _folder);
        await TemporaryFolder.RemoveAsync(_folder);
    }

    private async Task<string> StartAsync()
    {
        if (!string.IsNullOrWhiteSpace(Configured)) return Configured;
        _folder = Directory.CreateTempSubdirectory("newswatch-elasticsearch-").FullName;
        _port = FreePorts.TakeRow(1, ElasticsearchScript.TransportAbove);
        return await LaunchAsync();
    }

    private async Task<string> LaunchAsync()
    {
        string[] start = ["start", _folder!, "--port", _port.ToString(CultureInfo.InvariantCulture), "--heap", "512m"];
        var facts = await (GivesWay ? ElasticsearchScript.RunGivingWayAsync(start) : ElasticsearchScript.RunAsync(start));
        _pid = int.Parse(facts["pid1"], CultureInfo.InvariantCulture);
        return facts["url"];
    }
}
