using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Errors;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.ServiceDefaults.Messaging.Errors;

namespace NewsWatch.Cli.PutAside;

/// <summary>Asks for the messages that were put aside, and finds one by its id or the beginning of it.</summary>
internal static class ErrorFinder
{
    /// <summary>The most that the server lists of a queue.</summary>
    public const int MostListed = 1_000;

    private const string Prefix = "newswatch.";
    private const string Suffix = "_error";

    /// <summary>The queues by the names that a person types.</summary>
    public static IReadOnlyList<string> ShortNames { get; } = [.. Queues.Durable.Select(ShortName)];

    public static string ShortName(string queue) => queue.StartsWith(Prefix, StringComparison.Ordinal) ? queue[Prefix.Length..] : queue;

    /// <summary>The whole name of a queue, which may be given without <c>newswatch.</c>, or as the broker names its error queue.</summary>
    /// <exception cref="UsageException">There is no such queue; the message names those there are.</exception>
    public static string? Queue(string? written)
    {
        if (written is null) return null;
        var name = written.EndsWith(Suffix, StringComparison.Ordinal) ? written[..^Suffix.Length] : written;
        if (Queues.Durable.FirstOrDefault(queue => queue == name || queue == Prefix + name) is { } found) return found;
        var near = Nearest.Of(name, ShortNames);
        throw new UsageException($"There is no queue '{written}'. {(near is null ? $"There are {string.Join(", ", ShortNames)}." : $"Did you mean '{near}'?")}");
    }

    public static async Task<IReadOnlyList<JsonElement>> ListAsync(ApiClient api, string? queue, int limit, CancellationToken cancellationToken) =>
        [.. (await api.GetAsync(new ApiPath("api/errors").Add("queue", queue).Add("limit", limit).ToString(), cancellationToken)).EnumerateArray()];

    public static FailedMessage Read(JsonElement message) => message.Deserialize<FailedMessage>(NewsWatchJson.Options)!;

    /// <exception cref="InvalidOperationException">There is none, or there are several; the message says what to type.</exception>
    public static async Task<FailedMessage> FindAsync(ApiClient api, string named, CancellationToken cancellationToken)
    {
        var messages = (await ListAsync(api, null, MostListed, cancellationToken)).Select(Read).ToList();
        if (messages.Find(m => m.Id == named) is { } exact) return exact;
        var found = messages.FindAll(m => m.Id.StartsWith(named, StringComparison.OrdinalIgnoreCase));
        return found.Count switch
        {
            1 => found[0],
            0 => throw new InvalidOperationException($"No message '{named}' is put aside: it was given back or dropped already, or never was. 'newswatch errors list' shows all."),
            _ => throw new InvalidOperationException($"'{named}' begins the ids of {found.Count} messages; give more of one: {string.Join(", ", found.Take(3).Select(m => m.Id))}{(found.Count > 3 ? ", …" : "")}."),
        };
    }

    /// <summary>The address of one message.</summary>
    public static string PathOf(FailedMessage message) => $"api/errors/{Uri.EscapeDataString(message.Queue)}/{Uri.EscapeDataString(message.Id)}";
}
