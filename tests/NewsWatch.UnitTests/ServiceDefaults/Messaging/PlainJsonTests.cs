using System.Runtime.Serialization;
using System.Text.Json;
using MassTransit.Serialization;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging.RabbitMq;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Messaging;

public sealed class PlainJsonTests
{
    [Theory]
    [InlineData("\"revision\":\"x\"", "$.articles[1].article.revision")]
    [InlineData("\"seen\":5", "$.articles[1].article.seen")]
    [InlineData("\"title\":\"\\ud800\"", "$.articles[1].article.title")]
    public void What_is_wrong_is_said_with_its_place_in_the_message(string member, string place)
    {
        var good = JsonSerializer.Serialize(Some.Article(), NewsWatchJson.Options);
        var json = $$"""{"articles":[{"article":{{good}}},{"article":{{{member}},{{good[1..]}}}]}""";

        var error = Assert.Throws<SerializationException>(() => Read(json));

        Assert.StartsWith("This is not ArticlesIngested as JSON: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(place, error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{\"articles\":")]
    [InlineData("")]
    public void What_is_no_message_is_refused(string json) => Assert.Throws<SerializationException>(() => Read(json));

    private static void Read(string json)
    {
        var plain = new PlainJson<ArticlesIngested>();
        plain.Deserialize(plain.GetMessageBody(json), EmptyHeaders.Instance);
    }
}
