using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using NewsWatch.Storage;
using NewsWatch.Storage.Articles;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage.Operations;

/// <summary>A server with TLS from an authority that no machine knows, a password and API keys.</summary>
public sealed class SecureServerTests(SecureServer secure) : IClassFixture<SecureServer>, IAsyncLifetime
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private ElasticsearchCluster Server => secure.Server;

    public async ValueTask InitializeAsync() => await secure.StartAsync();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task A_password_and_the_authoritys_certificate_let_in() =>
        await StoreAndFindAsync(("User", Server.User), ("Password", Server.Password), ("CertificateAuthority", Server.CertificateAuthority));

    [Fact]
    public async Task An_API_key_and_the_certificates_fingerprint_let_in() => await StoreAndFindAsync(("ApiKey", secure.ApiKey), ("Fingerprint", Server.Fingerprint));

    [Fact]
    public async Task Without_knowing_the_authority_nothing_is_sent()
    {
        var error = await RefusedAsync(("User", Server.User), ("Password", Server.Password));
        Assert.Contains("NewsWatch:Elasticsearch:CertificateAuthority", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_authoritys_fingerprint_is_refused()
    {
        var error = await RefusedAsync(("User", Server.User), ("Password", Server.Password), ("Fingerprint", new string('A', 64)));
        Assert.Contains("NewsWatch:Elasticsearch:CertificateAuthority", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_said_so_and_not_shown()
    {
        var error = await RefusedAsync(("User", Server.User), ("Password", "wrong-one"), ("CertificateAuthority", Server.CertificateAuthority));
        Assert.Contains("does not let NewsWatch in", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("wrong-one", error.ToString(), StringComparison.Ordinal);
    }

    private async Task StoreAndFindAsync(params (string Name, string Value)[] settings)
    {
        await using var store = await StorageHost.StartAsync(Settings("ok", settings), StoreCollections.Archive);
        var article = Some.Article($"Signed in by {settings[0].Name}");
        await store.Get<IArticleWriter>().WriteAsync([article], Cancel);
        Assert.Equal(article.Title, (await store.Get<IArticleSearch>().GetAsync(article.Id, cancellationToken: Cancel))!.Title);
    }

    private async Task<StoreUnavailableException> RefusedAsync(params (string Name, string Value)[] settings) =>
        await Assert.ThrowsAsync<StoreUnavailableException>(() => StorageHost.StartAsync(Settings("refused", settings), StoreCollections.Archive));

    private Dictionary<string, string?> Settings(string prefix, (string Name, string Value)[] settings)
    {
        var all = settings.ToDictionary(s => "NewsWatch:Elasticsearch:" + s.Name, s => (string?)s.Value);
        all["ConnectionStrings:elasticsearch"] = Server.Addresses[0];
        all["NewsWatch:Elasticsearch:Prefix"] = prefix;
        all["NewsWatch:Elasticsearch:Retries"] = "0";
        return all;
    }
}

/// <summary>One such server for the class, started by its first test: a class that cannot be set up would fail and not be skipped.</summary>
public sealed class SecureServer : IAsyncDisposable
{
    private ElasticsearchCluster? _server;

    public ElasticsearchCluster Server => _server!;

    /// <summary>A key of the superuser's.</summary>
    public string ApiKey { get; private set; } = "";

    public async Task StartAsync()
    {
        Assert.SkipUnless(ElasticsearchCluster.IsAvailable, ElasticsearchServer.Absent);
        if (ApiKey.Length > 0) return;
        _server ??= await ElasticsearchCluster.StartAsync(secure: true);
        // A server that has just started makes its index of users and keys by itself, at any moment, and answers 401 to everybody until that is open:
        // once it has given a key out it is.
        using var http = new HttpClient(new HttpClientHandler { ServerCertificateCustomValidationCallback = HttpClientHandler.DangerousAcceptAnyServerCertificateValidator });
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Server.User}:{Server.Password}")));
        ApiKey = (await Eventually.GetAsync(() => KeyAsync(http), key => key is not null, "the server to give a key out"))!;
    }

    private async Task<string?> KeyAsync(HttpClient http)
    {
        using var answer = await http.PostAsJsonAsync(new Uri(Server.Addresses[0] + "/_security/api_key"), new { name = "newswatch" }, TestContext.Current.CancellationToken);
        if (!answer.IsSuccessStatusCode) return null;
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        return json.RootElement.GetProperty("encoded").GetString();
    }

    public async ValueTask DisposeAsync()
    {
        if (_server is not null) await _server.DisposeAsync();
    }
}
