using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Messaging;

public sealed class RentedJsonTests
{
    [Fact]
    public void A_batch_is_written_as_everything_else_is_however_long_it_is()
    {
        var article = new IngestedArticle { Article = Some.Article("Zoë's \"title\" <&> 新闻", new string('é', ArticlesIngested.MaxBytes)) with { Lang = null! }, TraceParent = Some.TraceParent };
        var batch = new ArticlesIngested { Articles = [article], ImportedAlerts = [Some.Alert()] };

        using var body = RentedJson.Of(batch);

        Assert.Equal(JsonSerializer.SerializeToUtf8Bytes(batch, NewsWatchJson.Options), body.WrittenMemory);
    }
}
