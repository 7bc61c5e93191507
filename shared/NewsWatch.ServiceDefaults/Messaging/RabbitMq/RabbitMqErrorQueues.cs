using System.Security.Cryptography;
using System.Text;
using NewsWatch.ServiceDefaults.Messaging.Errors;
using RabbitMQ.Client;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>The <c>_error</c> queues. Messages are taken without acknowledging them, so that whatever is not replayed or dropped returns by itself.</summary>
internal sealed class RabbitMqErrorQueues(RabbitMqInspection inspection) : IErrorQueues
{
    /// <summary>Headers that say how it failed; a message given back begins anew.</summary>
    private static readonly string[] FaultHeaders = ["MT-Fault-", "MT-Reason", "MT-Redelivery-Count", "x-delivery-count", "x-acquired-count"];

    public Task<IReadOnlyList<FailedMessage>> ListAsync(string queue, int limit, CancellationToken cancellationToken = default) => inspection.WithChannelAsync<IReadOnlyList<FailedMessage>>(
        async (connection, channel) =>
        {
            var messages = new List<FailedMessage>();
            ulong last = 0;
            await foreach (var taken in TakeAsync(connection, channel, queue, cancellationToken))
            {
                last = taken.DeliveryTag;
                messages.Add(Describe(queue, taken));
                if (messages.Count == limit) break;
            }

            if (last > 0) await channel.BasicNackAsync(last, multiple: true, requeue: true, cancellationToken);
            return messages;
        },
        cancellationToken);

    public Task<int> ReplayAsync(string queue, string? id, CancellationToken cancellationToken = default) => HandleAsync(
        queue,
        id,
        async (channel, taken) => await channel.BasicPublishAsync("", queue, mandatory: true, Fresh(taken.BasicProperties), taken.Body, cancellationToken),
        cancellationToken);

    public async Task<bool> DiscardAsync(string queue, string id, CancellationToken cancellationToken = default) =>
        await HandleAsync(queue, id, (_, _) => Task.CompletedTask, cancellationToken) > 0;

    /// <summary>Does something with the chosen messages and acknowledges them one by one; the others are given back at the end.</summary>
    private Task<int> HandleAsync(string queue, string? id, Func<IChannel, BasicGetResult, Task> handle, CancellationToken cancellationToken) => inspection.WithChannelAsync(
        async (connection, channel) =>
        {
            var handled = 0;
            var others = new List<ulong>();
            await foreach (var taken in TakeAsync(connection, channel, queue, cancellationToken))
            {
                if (id is not null && IdOf(taken) != id)
                {
                    others.Add(taken.DeliveryTag);
                    continue;
                }

                await handle(channel, taken);
                await channel.BasicAckAsync(taken.DeliveryTag, multiple: false, cancellationToken);
                handled++;
                if (id is not null) break;
            }

            foreach (var tag in others) await channel.BasicNackAsync(tag, multiple: false, requeue: true, cancellationToken);
            return handled;
        },
        cancellationToken);

    /// <summary>Takes what is there now, and no more: what fails again meanwhile would make it endless.</summary>
    private static async IAsyncEnumerable<BasicGetResult> TakeAsync(
        IConnection connection, IChannel channel, string queue, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var errors = Queues.ErrorsOf(queue);
        var state = await RabbitMqInspection.StateAsync(connection, errors, cancellationToken);
        for (var left = state?.MessageCount ?? 0; left > 0; left--)
        {
            if (await channel.BasicGetAsync(errors, autoAck: false, cancellationToken) is not { } taken) yield break;
            yield return taken;
        }
    }

    private static FailedMessage Describe(string queue, BasicGetResult taken) => new()
    {
        Id = IdOf(taken),
        Queue = queue,
        Reason = Header(taken, "MT-Fault-Message") ?? Header(taken, "MT-Reason") ?? "The service gave no reason.",
        Failed = DateTimeOffset.TryParse(Header(taken, "MT-Fault-Timestamp"), System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AssumeUniversal, out var failed) ? failed : null,
        Content = MessageSummary.Of(taken.Body),
        Bytes = taken.Body.Length,
    };

    private static string IdOf(BasicGetResult taken) =>
        taken.BasicProperties.MessageId is { Length: > 0 } id ? id : Convert.ToHexStringLower(SHA256.HashData(taken.Body.Span).AsSpan(0, 16));

    private static string? Header(BasicGetResult taken, string name) =>
        taken.BasicProperties.Headers?.TryGetValue(name, out var value) == true ? value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : value?.ToString() : null;

    private static BasicProperties Fresh(IReadOnlyBasicProperties properties)
    {
        var fresh = new BasicProperties(properties) { Persistent = true };
        fresh.Headers = properties.Headers?.Where(h => !Array.Exists(FaultHeaders, fault => h.Key.StartsWith(fault, StringComparison.Ordinal))).ToDictionary(h => h.Key, h => h.Value);
        return fresh;
    }
}
