using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging.Errors;
using NewsWatch.ServiceDefaults.Messaging.InMemory.Journal;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory;

/// <summary>The error folder as queues. A message given back is in the journal before its file goes, so it cannot be lost between.</summary>
internal sealed class InMemoryErrorQueues(ErrorFolder errors, MessageJournal journal, JournalSender sender) : IErrorQueues
{
    public async Task<IReadOnlyList<FailedMessage>> ListAsync(string queue, int limit, CancellationToken cancellationToken = default)
    {
        var messages = new List<FailedMessage>();
        foreach (var file in errors.Files(queue).Take(limit)) messages.Add(Describe(queue, file, await File.ReadAllBytesAsync(file, cancellationToken)));
        return messages;
    }

    public async Task<int> ReplayAsync(string queue, string? id, CancellationToken cancellationToken = default)
    {
        var replayed = 0;
        foreach (var file in errors.Files(queue).Where(file => id is null || IdOf(file) == id).ToList())
        {
            cancellationToken.ThrowIfCancellationRequested();
            await ReplayAsync(queue, file);
            File.Delete(file);
            replayed++;
        }

        return replayed;
    }

    public Task<bool> DiscardAsync(string queue, string id, CancellationToken cancellationToken = default)
    {
        var file = errors.Files(queue).FirstOrDefault(file => IdOf(file) == id);
        if (file is not null) File.Delete(file);
        return Task.FromResult(file is not null);
    }

    private async Task ReplayAsync(string queue, string file)
    {
        using var json = JsonDocument.Parse(await File.ReadAllBytesAsync(file));
        var message = json.RootElement.GetProperty("message");
        var kind = queue == Queues.IndexerAlerts ? RecordKind.Alert : RecordKind.Articles;
        var payload = kind == RecordKind.Alert
            ? JsonSerializer.SerializeToUtf8Bytes(new JournalledAlert(message.Deserialize<AlertRaised>(NewsWatchJson.Options)!, null, null), NewsWatchJson.Options)
            : JsonSerializer.SerializeToUtf8Bytes(message, NewsWatchJson.Options);
        var sequence = await journal.AppendAsync(kind, JournalEndpoints.BitOf(queue), payload);
        await sender.SendAsync(kind, sequence, payload, queue, CancellationToken.None);
    }

    private static FailedMessage Describe(string queue, string file, byte[] content)
    {
        var (reason, failed, about) = ("The file cannot be read.", (DateTimeOffset?)null, "Not JSON.");
        try
        {
            using var json = JsonDocument.Parse(content);
            reason = json.RootElement.GetProperty("reason").GetString() ?? "";
            failed = json.RootElement.GetProperty("failed").GetDateTimeOffset();
            about = MessageSummary.Of(json.RootElement.GetProperty("message"));
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            // Somebody edited it, or the disk was full: it is shown as it is, and can be dropped.
        }

        return new FailedMessage { Id = IdOf(file), Queue = queue, Reason = reason, Failed = failed, Content = about, Bytes = content.Length };
    }

    private static string IdOf(string file) => Path.GetFileNameWithoutExtension(file);
}
