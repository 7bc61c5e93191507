using System.Text.Json;
using Microsoft.Extensions.Options;
using NewsWatch.Gateway.Console;

namespace NewsWatch.Gateway.Operations;

/// <summary>Asks the other processes for their health, where it is known where they answer (<c>NewsWatch:Console:Services:NAME</c>).</summary>
internal sealed class OtherServices(IHttpClientFactory clients, IOptions<ConsoleOptions> options)
{
    /// <summary>Name of the client.</summary>
    public const string Client = "health";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    public async Task<IReadOnlyList<PartState>> AskAsync(CancellationToken cancellationToken) =>
        await Task.WhenAll(options.Value.Services.OrderBy(s => s.Key, StringComparer.Ordinal).Select(service => AskAsync(service.Key, service.Value, cancellationToken)));

    private async Task<PartState> AskAsync(string name, string address, CancellationToken cancellationToken)
    {
        var label = char.ToUpperInvariant(name[0]) + name[1..];
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var http = clients.CreateClient(Client);
            using var response = await http.GetAsync($"{address.TrimEnd('/')}/health/ready", patience.Token);
            if (response.IsSuccessStatusCode) return new PartState(label, PartState.Ready, null);
            return new PartState(label, PartState.Waiting, Reasons(await response.Content.ReadAsStringAsync(patience.Token)));
        }
        catch (Exception e) when (e is HttpRequestException or Polly.ExecutionRejectedException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new PartState(label, PartState.Away, $"It does not answer at {address}: start it, or look into its log. {(e as HttpRequestException)?.Message}".TrimEnd());
        }
    }

    private static string Reasons(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var reasons = json.RootElement.GetProperty("checks").EnumerateArray()
                .Where(c => c.GetProperty("status").GetString() != "Healthy")
                .Select(c => c.TryGetProperty("description", out var description) ? description.GetString() : c.GetProperty("name").GetString());
            return string.Join(" ", reasons);
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return "It says that it is not ready, and not why.";
        }
    }
}
