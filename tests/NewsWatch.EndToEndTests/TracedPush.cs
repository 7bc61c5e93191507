using System.Net;
using NewsWatch.Testing.Installations;
using Xunit;

namespace NewsWatch.EndToEndTests;

/// <summary>The trace of a push leads to the alert on the topic.</summary>
internal static class TracedPush
{
    private const string TraceId = "0af7651916cd43dd8448eb211c80319c";

    public static async Task CheckAsync(DistributedInstallation newswatch, AlertSubscriber subscriber)
    {
        var before = subscriber.Received.Count;
        var pushed = await newswatch.Api.PushAsync(
            new { title = "A shipment was named", body = "Officials spoke of lethal aid for the first time.", url = "https://outlet.example/traced" },
            $"00-{TraceId}-b7ad6b7169203331-01");
        Assert.Equal(HttpStatusCode.Accepted, pushed.Status);
        await subscriber.WaitForAsync(before + 1);

        var alert = subscriber.Received[before];
        Assert.Equal("alerts.arms.lethal-aid", alert.RoutingKey);
        Assert.Equal("newswatch.alert/1", alert.Type);
        Assert.Equal("application/json", alert.ContentType);
        Assert.True(alert.Persistent);
        Assert.Equal(alert.Body.GetProperty("id").GetString(), alert.MessageId);
        Assert.Equal("newswatch.alert/1", alert.Body.GetProperty("schema").GetString());
        Assert.Equal(TraceId, alert.TraceParent?.Split('-')[1]);
    }
}
