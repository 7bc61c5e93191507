using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Logging;
using NewsWatch.Contracts;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory;

/// <summary>The error queue of the one-process form: a file a message, with the reason.</summary>
internal sealed class ErrorFolder(string folder, TimeProvider clock, ILogger<ErrorFolder> logger)
{
    /// <summary>What was put aside from an endpoint, oldest first.</summary>
    public IEnumerable<string> Files(string endpoint) =>
        Directory.Exists(folder) ? Directory.EnumerateFiles(folder, $"*-{endpoint}-*.json").Order(StringComparer.Ordinal) : [];

    /// <summary>Puts aside a message as it was received.</summary>
    public void PutAside(string endpoint, ConsumeContext context, Exception reason)
    {
        using var envelope = JsonDocument.Parse(context.ReceiveContext.GetBody());
        PutAside(endpoint, envelope.RootElement.GetProperty("message"), reason);
    }

    /// <summary>Puts aside a message.</summary>
    public void PutAside<T>(string endpoint, T message, Exception reason)
    {
        Directory.CreateDirectory(folder);
        var now = clock.GetUtcNow();
        var path = Path.Combine(folder, $"{now:yyyyMMdd'T'HHmmssfff}-{endpoint}-{Guid.NewGuid():N}.json");
        var text = (reason is { InnerException: { } inner } ? inner : reason).Message;
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(new { endpoint, failed = now, reason = text, message }, NewsWatchJson.Options));
        logger.MessagePutAside(endpoint, path, text);
    }
}
