using System.Text.Json;
using NewsWatch.Cli.Up.RabbitMq;
using NewsWatch.Cli.Up.State;

namespace NewsWatch.Cli.Up.Health;

/// <summary>Asks parts how they are.</summary>
internal sealed class Probe : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // A proxy that the environment names has no business between two processes of one machine.
    private readonly HttpClient _http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { Timeout = Patience };

    public async Task<PartHealth> CheckAsync(RunningPart part, CancellationToken cancellationToken)
    {
        if (!part.Process.IsAlive) return new PartHealth(PartCondition.Stopped, $"Its process ended; see {part.Log}");
        return part.Probe.Scheme == "amqp" ? await GreetAsync(part.Probe, cancellationToken) : await AskAsync(part.Probe, cancellationToken);
    }

    public void Dispose() => _http.Dispose();

    private static async Task<PartHealth> GreetAsync(Uri broker, CancellationToken cancellationToken) =>
        await AmqpProbe.AnswersAsync(broker.Port, Patience, cancellationToken) ? PartHealth.Ready : NotReady("it does not greet clients yet");

    private async Task<PartHealth> AskAsync(Uri address, CancellationToken cancellationToken)
    {
        try
        {
            using var response = await _http.GetAsync(address, cancellationToken);
            var failed = FailedChecks(await response.Content.ReadAsStringAsync(cancellationToken));
            if (failed is { Length: > 0 }) return NotReady(failed);
            return response.IsSuccessStatusCode ? PartHealth.Ready : NotReady($"{address} answers {(int)response.StatusCode}");
        }
        catch (HttpRequestException e)
        {
            return NotReady(e.HttpRequestError == HttpRequestError.ConnectionError ? "it does not listen yet" : e.Message);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return NotReady($"it did not answer within {Patience.TotalSeconds:0} s");
        }
    }

    /// <summary>The checks that failed, from the answer that our own services give, a degraded one's 200 included; <see langword="null"/> for any other answer.</summary>
    private static string? FailedChecks(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var failed = json.RootElement.GetProperty("checks").EnumerateArray()
                .Where(check => check.GetProperty("status").GetString() != "Healthy")
                .Select(check => $"{check.GetProperty("name")}: {(check.TryGetProperty("description", out var text) ? text.ToString() : check.GetProperty("status").ToString())}");
            return string.Join("; ", failed);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    private static PartHealth NotReady(string reason) => new(PartCondition.NotReady, reason);
}
