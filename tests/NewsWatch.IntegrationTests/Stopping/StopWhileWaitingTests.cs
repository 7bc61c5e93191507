using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Builder;
using NewsWatch.Standalone;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Stopping;

/// <summary>A process that is told to stop while its consumers wait for stores that are away.</summary>
public sealed class StopWhileWaitingTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("newswatch-stop-").FullName;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task It_stops_and_what_it_had_accepted_is_stored_at_the_next_start()
    {
        // No file can be made where a folder is: neither the articles can be stored nor the watches be read.
        var obstacles = new[] { "archive.db", "catalogue.db" }.Select(name => Directory.CreateDirectory(Path.Combine(_data, name)).FullName).ToArray();
        await using (var newswatch = await StartAsync())
        {
            using var api = new NewsWatchApi(new Uri(newswatch.Urls.First()));
            using var answer = await api.Http.PostAsJsonAsync("api/articles", new { title = "Sanctions stay", body = "Officials said the sanctions stay." }, Token);
            Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
            await newswatch.StopAsync(Token).WaitAsync(TimeSpan.FromMinutes(3), Token);
        }

        foreach (var obstacle in obstacles) Directory.Delete(obstacle);
        await using (var newswatch = await StartAsync())
        {
            using var api = new NewsWatchApi(new Uri(newswatch.Urls.First()));
            await Eventually.GetAsync(() => api.CountAsync("sanctions"), count => count == 1, "the article that was accepted before");
            await newswatch.StopAsync(Token);
        }

        Assert.False(Directory.Exists(Path.Combine(_data, "errors")), "Nothing was put aside.");
    }

    private async Task<WebApplication> StartAsync()
    {
        var newswatch = StandaloneHost.Create(["--urls", "http://127.0.0.1:0", "--NewsWatch:Data", _data, "--NewsWatch:Bus:StopTimeout", "00:00:01"]);
        await newswatch.StartAsync(Token);
        return newswatch;
    }
}
