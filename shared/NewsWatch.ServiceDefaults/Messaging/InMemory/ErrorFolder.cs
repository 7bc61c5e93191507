using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.Logging;
using NewsWatch.Contracts;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory;

/// <summary>The error queue of the one-process form: a file a message, with the reason.</summary>
internal sealed class ErrorFolder(string folder, TimeProvider clock, ILogger<ErrorFolder> logger)
{
    public void PutAside(string endpoint, ConsumeContext context, Exception reason)
    {
        Directory.CreateDirectory(folder);
        var now = clock.GetUtcNow();
        var path = Path.Combine(folder, $"{now:yyyyMMdd'T'HHmmssfff}-{endpoint}-{context.MessageId:N}.json");
        var content = new
        {
            endpoint,
            failed = now,
            reason = (reason.InnerException ?? reason).Message,
            message = JsonDocument.Parse(context.ReceiveContext.GetBody()).RootElement.GetProperty("message"),
        };
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(content, NewsWatchJson.Options));
        logger.MessagePutAside(endpoint, path, content.reason);
    }
}
