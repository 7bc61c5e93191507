using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using NewsWatch.ServiceDefaults.Http.Guard;
using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Guard;

/// <summary>The guarded client against a real server on 127.0.0.1, reachable by the operator's switch only.</summary>
public sealed class GuardedHttpTests : IAsyncLifetime
{
    private WebApplication _server = null!;
    private int _port;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _server = builder.Build();
        _server.MapGet("/plain", () => "hello");
        _server.MapGet("/moved", () => Results.Redirect("/plain", permanent: true));
        _server.MapGet("/loop", () => Results.Redirect("/loop"));
        _server.MapGet("/inside", () => Results.Redirect("http://169.254.169.254/latest/meta-data/"));
        _server.MapGet("/file", () => Results.Redirect("file:///etc/passwd"));
        _server.MapGet("/bomb", SendBombAsync);
        _server.MapGet("/slow", SendSlowlyAsync);
        await _server.StartAsync();
        _port = new Uri(_server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;
    }

    public async ValueTask DisposeAsync() => await _server.DisposeAsync();

    [Fact]
    public async Task A_private_server_is_refused_until_it_is_named()
    {
        using var closed = Client(new StubResolver("127.0.0.1"));
        var refused = await Assert.ThrowsAsync<OutboundRefusedException>(() => closed.GetStringAsync(Url("/plain"), TestContext.Current.CancellationToken));
        Assert.Contains("loopback", refused.Message, StringComparison.Ordinal);

        using var open = Client(new StubResolver("127.0.0.1"), "news.example");
        Assert.Equal("hello", await open.GetStringAsync(Url("/plain"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_name_is_looked_up_once_for_a_connection()
    {
        var resolver = new StubResolver("127.0.0.1");
        using var client = Client(resolver, "news.example");

        await client.GetStringAsync(Url("/plain"), TestContext.Current.CancellationToken);

        Assert.Equal(["news.example"], resolver.Asked);
    }

    [Fact]
    public async Task Permanent_redirects_are_followed_and_remembered()
    {
        using var client = Client(new StubResolver("127.0.0.1"), "news.example");
        using var response = await client.GetAsync(Url("/moved"), TestContext.Current.CancellationToken);

        Assert.True(response.RequestMessage!.Options.TryGetValue(GuardedRedirects.PermanentUrl, out var permanent));
        Assert.Equal("/plain", permanent.AbsolutePath);
    }

    [Theory]
    [InlineData("/loop", "redirects more than 5 times")]
    [InlineData("/inside", "metadata")]
    [InlineData("/file", "not an http")]
    public async Task A_redirect_leads_nowhere_that_a_call_may_not_go(string path, string reason)
    {
        using var client = Client(new StubResolver("127.0.0.1"), "news.example");

        var refused = await Assert.ThrowsAsync<OutboundRefusedException>(() => client.GetAsync(Url(path), TestContext.Current.CancellationToken));

        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_small_answer_cannot_become_a_large_one()
    {
        using var client = Client(new StubResolver("127.0.0.1"), "news.example");
        using var response = await client.GetAsync(Url("/bomb"), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        var refused = await Assert.ThrowsAsync<OutboundRefusedException>(() => BoundedContent.ReadAsync(response, new OutboundGuardOptions { MaxResponseBytes = 1_000_000 }, TimeProvider.System, TestContext.Current.CancellationToken));

        Assert.Contains("1,000,000 bytes", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_never_ends_is_given_up()
    {
        var time = new FakeTimeProvider();
        using var client = Client(new StubResolver("127.0.0.1"), "news.example");
        using var response = await client.GetAsync(Url("/slow"), HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);

        var reading = BoundedContent.ReadAsync(response, new OutboundGuardOptions(), time, TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(31));

        Assert.Contains("longer than 30 s", (await Assert.ThrowsAsync<OutboundRefusedException>(() => reading)).Message, StringComparison.Ordinal);
    }

    // Sends a beginning and then nothing until the reader goes.
    private static async Task SendSlowlyAsync(HttpContext context)
    {
        await context.Response.WriteAsync("a");
        await context.Response.Body.FlushAsync();
        var gone = new TaskCompletionSource();
        await using var registration = context.RequestAborted.Register(gone.SetResult);
        await gone.Task;
    }

    private static async Task SendBombAsync(HttpContext context)
    {
        context.Response.Headers.ContentEncoding = "gzip";
        await using var gzip = new GZipStream(context.Response.Body, CompressionLevel.Fastest);
        await gzip.WriteAsync(new byte[20_000_000]);
    }

    private Uri Url(string path) => new($"http://news.example:{_port}{path}");

    private static HttpClient Client(StubResolver resolver, params string[] allowed)
    {
        var options = new OutboundGuardOptions { AllowedPrivateHosts = allowed };
        return new HttpClient(GuardedHttp.CreateHandler(OutboundGuardTests.Guard(resolver, allowed), options, options.MaxRedirects));
    }
}
