using System.Diagnostics;
using System.Globalization;
using System.Net;
using NewsWatch.Testing;
using NewsWatch.Testing.Installations;
using Xunit;

namespace NewsWatch.EndToEndTests;

/// <summary>A listener that stays connected while the Gateway it listens to loses the broker.</summary>
public sealed class LiveOutageTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_open_live_stream_brings_what_was_raised_while_its_gateway_had_no_queue()
    {
        Assert.SkipWhen(RabbitMqServer.Problem is not null, RabbitMqServer.Problem ?? "");
        await using var newswatch = await DistributedInstallation.CreateAsync();
        await newswatch.StartAsync();
        await newswatch.WatchAsync();
        var gateway = newswatch.Service("gateway").Id;
        using var stream = new StreamReader(await newswatch.Api.Http.GetStreamAsync("api/alerts/stream", Token));
        Assert.Equal(HttpStatusCode.Accepted, (await newswatch.Api.PushAsync(Article("before"))).Status);
        await HearAsync(stream, "before");

        // The Gateway sleeps while the broker comes back and the alert is raised; its queue is not there.
        await SignalAsync("STOP", gateway);
        await newswatch.KillAndRestartBrokerAsync();
        await using var subscriber = await AlertSubscriber.ConnectAsync(newswatch.Broker.ConnectionString, "alerts.#");
        using var ingestion = new NewsWatchApi(newswatch.Service("ingestion").Address);
        await Eventually.IsTrueAsync(async () => (await ingestion.PushAsync(Article("meanwhile"))).Status == HttpStatusCode.Accepted, "Ingestion to have the broker again");
        await Eventually.IsTrueAsync(() => Task.FromResult(subscriber.Received.Any(alert => alert.Body.GetRawText().Contains("Sanctions meanwhile", StringComparison.Ordinal))), "the alert over AMQP");
        await SignalAsync("CONT", gateway);

        await HearAsync(stream, "meanwhile");
        Assert.Equal(HttpStatusCode.Accepted, (await newswatch.Api.PushAsync(Article("after"))).Status);
        await HearAsync(stream, "after");
    }

    private static object Article(string when) => new { title = $"Sanctions {when}", body = "The sanctions stay.", source = "Test" };

    private static async Task HearAsync(StreamReader stream, string when)
    {
        // For all lines together: a stream that brings nothing still says every few seconds that it lives.
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Token);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        string? line;
        do line = await stream.ReadLineAsync(patience.Token);
        while (line is not null && !line.Contains($"Sanctions {when}", StringComparison.Ordinal));
        Assert.NotNull(line);
    }

    private static async Task SignalAsync(string name, int pid)
    {
        using var kill = Process.Start("kill", [$"-{name}", pid.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(Token);
        Assert.Equal(0, kill.ExitCode);
    }
}
