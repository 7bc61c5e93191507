using System.Diagnostics;
using System.Globalization;
using System.Text;
using NewsWatch.Testing;

namespace NewsWatch.Benchmarks.Feeds;

/// <summary>An Ingestion process bound to one core, with a Gateway to tell it the feeds.</summary>
internal sealed class PollingProcess : IAsyncDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("newswatch-feeds-").FullName;
    private readonly NewsWatchProcess _gateway;
    private readonly NewsWatchProcess _ingestion;

    public PollingProcess(string broker)
    {
        var environment = new Dictionary<string, string>
        {
            ["ConnectionStrings__rabbitmq"] = broker,
            ["NewsWatch__Data"] = _data,
            ["NewsWatch__Ingestion__AllowedPrivateHosts__0"] = "127.0.0.1",
            ["NewsWatch__Ingestion__Feeds__MinInterval"] = "00:00:00.1",
            ["NewsWatch__Ingestion__Feeds__FirstInterval"] = "00:00:00.1",
            ["NewsWatch__Ingestion__Feeds__MaxInterval"] = "00:00:00.2",
            ["NewsWatch__Ingestion__Feeds__PerHost"] = "1000",
            ["Logging__LogLevel__Default"] = "Warning",
        };
        var ports = FreePorts.Take(2);
        _gateway = Service("gateway", ports[0], environment);
        _ingestion = Service("ingestion", ports[1], environment);
    }

    public async Task StartAsync()
    {
        await _gateway.StartAsync();
        await _ingestion.StartAsync();
        // All threads that there are; those that they start inherit it. The property of a Process would bind the first thread alone.
        using var binding = Process.Start(new ProcessStartInfo("taskset", ["-a", "-c", "-p", "0", _ingestion.Id.ToString(CultureInfo.InvariantCulture)]) { RedirectStandardOutput = true })!;
        await binding.WaitForExitAsync();
        if (binding.ExitCode != 0) throw new InvalidOperationException("taskset could not bind the Ingestion process to one core.");
    }

    public async Task AddFeedsAsync(string server, int count)
    {
        var list = new StringBuilder("<opml version=\"2.0\"><body>");
        for (var i = 0; i < count; i++) list.Append(CultureInfo.InvariantCulture, $"<outline type=\"rss\" text=\"{i}\" xmlUrl=\"{server}/{i}\"/>");
        using var api = new HttpClient { BaseAddress = _gateway.Address, Timeout = TimeSpan.FromMinutes(5) };
        using var content = new StringContent(list.Append("</body></opml>").ToString(), Encoding.UTF8, "text/x-opml");
        using var answer = await api.PostAsync("api/feeds.opml", content);
        answer.EnsureSuccessStatusCode();
    }

    public async Task<Reading> ReadAsync()
    {
        using var http = new HttpClient { BaseAddress = _ingestion.Address };
        var lines = (await http.GetStringAsync("metrics")).Split('\n');
        long Sum(string name, string label) => lines.Where(l => l.StartsWith(name, StringComparison.Ordinal) && l.Contains(label, StringComparison.Ordinal))
            .Sum(l => (long)double.Parse(l.Split(' ')[1], CultureInfo.InvariantCulture));
        using var process = Ingestion;
        return new Reading(Stopwatch.GetTimestamp(), Sum("newswatch_ingestion_polls_total", ""), Sum("newswatch_ingestion_articles_total", "outcome=\"new\""), process.TotalProcessorTime, process.WorkingSet64);
    }

    public async ValueTask DisposeAsync()
    {
        await _ingestion.DisposeAsync();
        await _gateway.DisposeAsync();
        Directory.Delete(_data, recursive: true);
    }

    private Process Ingestion => Process.GetProcessById(_ingestion.Id);

    private static NewsWatchProcess Service(string name, int port, Dictionary<string, string> environment)
    {
        var address = new Uri($"http://127.0.0.1:{port}");
        return new NewsWatchProcess(address, ["service", name, "--urls", address.OriginalString], environment);
    }
}

/// <summary>What the process had done and used at a moment.</summary>
internal sealed record Reading(long At, long Polls, long News, TimeSpan Processor, long Memory)
{
    public TimeSpan Time { get; private init; }

    public Reading Since(Reading before) => this with { Time = Stopwatch.GetElapsedTime(before.At, At), Polls = Polls - before.Polls, News = News - before.News, Processor = Processor - before.Processor };
}
