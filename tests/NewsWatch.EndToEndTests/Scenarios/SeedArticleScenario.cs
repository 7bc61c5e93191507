using NewsWatch.Contracts;
using NewsWatch.Ingestion.Files.Formats;
using NewsWatch.Testing;
using NewsWatch.Testing.Installations;
using Xunit;

namespace NewsWatch.EndToEndTests.Scenarios;

/// <summary>The article that the project began from: two watches fire, at the right places, and the archive finds it.</summary>
internal static class SeedArticleScenario
{
    public const string MissingSeed = "the article ../shared/seed/000_6f19afad46f3fd0b.txt is not there";

    public static string? File => SharedMaterial.Path("seed", "000_6f19afad46f3fd0b.txt");

    public static async Task RunAsync(Installation newswatch)
    {
        var draft = PlainTextFile.Read(await System.IO.File.ReadAllBytesAsync(File!));
        var pushed = await newswatch.Api.PushAsync(new { body = draft.Body, source = draft.Source });
        Assert.Equal(System.Net.HttpStatusCode.Accepted, pushed.Status);
        await CheckAsync(newswatch);
    }

    public static async Task CheckAsync(Installation newswatch)
    {
        var alerts = await Eventually.GetAsync(() => newswatch.Api.AlertsAsync(), a => a.Count >= 2, $"two alerts; logs:\n{newswatch.Logs}");
        Assert.Equal(["arms.lethal-aid", "sanctions"], alerts.Select(a => a.Topic).Order(StringComparer.Ordinal));
        var lethalAid = alerts.Single(a => a.Watch.Id == "lethal-aid");
        var sanctions = alerts.Single(a => a.Watch.Id == "sanctions");
        Assert.Equal(2, lethalAid.Matches.Count);
        Assert.Equal(3, sanctions.Matches.Count);
        Assert.All(alerts, a => Assert.Equal("NBCNEWS", a.Article.Source));
        await CheckPlacesAsync(newswatch, lethalAid, "lethal aid");
        await CheckPlacesAsync(newswatch, sanctions, "sanctions");
        await Eventually.IsTrueAsync(async () => await newswatch.Api.CountAsync("\"lethal aid\"") == 1, "the article to be found by \"lethal aid\"");
        Assert.Equal(1, await newswatch.Api.CountAsync("\"body armor\""));
        Assert.Equal(0, await newswatch.Api.CountAsync("\"military aid\""));
    }

    private static async Task CheckPlacesAsync(Installation newswatch, AlertRaised alert, string phrase)
    {
        var answer = await Eventually.GetAsync(
            () => newswatch.Api.GetAsync($"api/articles/{alert.Article.Id}"), a => a.Status == System.Net.HttpStatusCode.OK, "the article to be archived");
        Assert.All(alert.Matches, match =>
        {
            var text = answer.Json.GetProperty(match.Field).GetString()!;
            Assert.Equal(phrase, match.Text);
            Assert.Equal(match.Text, text.Substring(match.Start, match.Length));
            Assert.Equal(match.Sentence, text.Substring(match.SentenceStart, match.Sentence.Length));
            Assert.DoesNotContain("non-", text[Math.Max(0, match.Start - 4)..match.Start]);
        });
    }
}
