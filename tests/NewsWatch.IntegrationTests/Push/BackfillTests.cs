using System.Net;
using System.Net.Http.Json;
using NewsWatch.IntegrationTests.Gateway;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Push;

public sealed class BackfillTests(RunningStandalone system) : IClassFixture<RunningStandalone>
{
    [Fact]
    public async Task Old_articles_are_found_but_raise_no_alert()
    {
        await system.Api.AddWatchAsync("backfilled", "zeppelin", "backfilled");
        await system.WaitForWatchesAsync();

        using var old = await system.Api.Http.PostAsJsonAsync("api/articles?backfill=true", new { title = "A zeppelin landed" }, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.Accepted, old.StatusCode);
        Assert.Contains("\"backfill\":true", await old.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Directory.CreateDirectory(Path.Combine(system.Data, "inbox", "backfill"));
        await File.WriteAllTextAsync(Path.Combine(system.Data, "inbox", "backfill", "old.txt"), "Another zeppelin landed.", TestContext.Current.CancellationToken);
        await Eventually.GetAsync(() => system.Api.CountAsync("zeppelin"), count => count == 2, "the old articles in the archive");

        // What comes after them is matched after them: when its alert is there, theirs would be too.
        await system.Api.PushAsync(new { title = "A new zeppelin landed" });
        var alerts = await Eventually.GetAsync(() => system.Api.AlertsAsync("backfilled"), a => a.Count > 0, "the alert of the new article");
        Assert.Equal("A new zeppelin landed", Assert.Single(alerts).Article.Title);
        Assert.True(File.Exists(Path.Combine(system.Data, "inbox", "backfill", "done", "old.txt")));
    }

    [Fact]
    public async Task A_flag_that_is_not_understood_is_refused()
    {
        using var answer = await system.Api.Http.PostAsJsonAsync("api/articles?backfill=maybe", new { title = "x" }, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }
}
