using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.Json;
using NewsWatch.Testing;
using NewsWatch.Testing.Installations;
using Xunit;

namespace NewsWatch.EndToEndTests.CommandLine;

public sealed class FollowTests
{
    [Fact]
    public async Task Following_survives_the_server_says_so_and_ends_well()
    {
        await using var newswatch = new StandaloneInstallation();
        await newswatch.StartAsync();
        await newswatch.WatchAsync();
        await PushAsync(newswatch, "before");
        using var client = new Client(newswatch.Address);
        await Eventually.IsTrueAsync(async () => (await client.RunAsync("alerts")).Length > 0, "the first alert to be stored");

        using var following = client.Start("alerts", "--follow", "--json", "sanctions.#");
        var titles = Read(following.StandardOutput, line => JsonDocument.Parse(line).RootElement.GetProperty("article").GetProperty("title").GetString()!);
        var notes = Read(following.StandardError, line => line);
        await Eventually.IsTrueAsync(() => Task.FromResult(titles.Contains("before")), "what was there before");
        // Pushed again and again under new names until one comes through: from then on the stream is connected.
        var number = 0;
        await Eventually.IsTrueAsync(
            async () =>
            {
                await PushAsync(newswatch, $"live {number++}");
                return titles.Any(t => t.StartsWith("live", StringComparison.Ordinal));
            },
            "a live alert");

        await newswatch.KillAsync();
        await Eventually.IsTrueAsync(() => Task.FromResult(notes.Any(n => n.Contains("is lost", StringComparison.Ordinal))), "word of the loss");
        await newswatch.StartAsync();
        await PushAsync(newswatch, "after");
        await Eventually.IsTrueAsync(() => Task.FromResult(titles.Contains("after")), "the alert after the return");
        Assert.Contains(notes, n => n.StartsWith("Connected again after", StringComparison.Ordinal));

        Signal(following, "INT");
        await following.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, following.ExitCode);
        Assert.Equal(titles.Distinct().Order(StringComparer.Ordinal), titles.Order(StringComparer.Ordinal));
        Assert.Equal(["before", .. Enumerable.Range(0, number).Select(n => $"live {n}"), "after"], titles);
    }

    /// <summary>Pushing again changes nothing, so a machine that is too busy to answer in time is asked again.</summary>
    private static Task PushAsync(StandaloneInstallation newswatch, string title) => Eventually.IsTrueAsync(
        async () =>
        {
            try
            {
                var answer = await newswatch.Api.PushAsync(new { title, body = $"The sanctions of {title}.", url = $"https://outlet.example/{Uri.EscapeDataString(title)}" });
                return answer.Status == System.Net.HttpStatusCode.Accepted;
            }
            catch (TaskCanceledException)
            {
                return false;
            }
        },
        $"'{title}' to be taken");

    private static ConcurrentQueue<string> Read(StreamReader stream, Func<string, string> read)
    {
        var lines = new ConcurrentQueue<string>();
        _ = Task.Run(async () =>
        {
            while (await stream.ReadLineAsync() is { } line) lines.Enqueue(read(line));
        });
        return lines;
    }

    private static void Signal(Process process, string signal) => Process.Start("kill", ["-" + signal, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]).WaitForExit();
}
