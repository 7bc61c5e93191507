using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Catalogue;
using NewsWatch.Storage.Elasticsearch;
using Xunit;

namespace NewsWatch.UnitTests.Storage;

public sealed class StorageModuleTests
{
    [Theory]
    [InlineData(null, "SQLite")]
    [InlineData(" ", "SQLite")]
    [InlineData("http://127.0.0.1:1", "Elasticsearch")]
    public async Task The_connection_string_chooses_the_store(string? connection, string expected)
    {
        await using var services = Build(("ConnectionStrings:elasticsearch", connection));
        Assert.Equal(expected, services.GetRequiredService<IStore>().Name);
        Assert.NotNull(services.GetRequiredService<IArticleWriter>());
    }

    [Fact]
    public void Several_nodes_are_separated_by_commas()
    {
        using var services = Build(("ConnectionStrings:elasticsearch", "http://one:9200, https://user:secret@two:9200"));
        Assert.Equal(["one", "two"], services.GetRequiredService<IOptions<ElasticsearchOptions>>().Value.Nodes.Select(n => n.Host));
    }

    [Fact]
    public void An_address_that_is_none_is_refused_without_showing_its_password()
    {
        using var services = Build(("ConnectionStrings:elasticsearch", "http://one:9200,user:secret@two"));
        var error = Assert.Throws<FormatException>(() => services.GetRequiredService<IOptions<ElasticsearchOptions>>().Value);
        Assert.Contains("address 2", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Fingerprint", "abc")]
    [InlineData("Prefix", "No Capitals")]
    [InlineData("Retries", "99")]
    [InlineData("Timeout", "00:00:00")]
    public void A_setting_out_of_range_is_refused(string name, string value)
    {
        using var services = Build(("ConnectionStrings:elasticsearch", "http://one:9200"), ("NewsWatch:Elasticsearch:" + name, value));
        Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<ElasticsearchOptions>>().Value);
    }

    [Fact]
    public async Task A_store_that_does_not_answer_is_unavailable()
    {
        await using var services = Build(("ConnectionStrings:elasticsearch", "http://user:secret@127.0.0.1:1"), ("NewsWatch:Elasticsearch:Retries", "0"));
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => services.GetRequiredService<IStore>().CheckAsync(TestContext.Current.CancellationToken));
        Assert.Contains("127.0.0.1:1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_its_writer_has_not_made_yet_is_unavailable()
    {
        await using var services = Build(("NewsWatch:Data", Path.Combine(Path.GetTempPath(), Path.GetRandomFileName())));
        var error = await Assert.ThrowsAsync<StoreUnavailableException>(() => services.GetRequiredService<ICatalogueStore<Watch>>().ListAsync(TestContext.Current.CancellationToken));
        Assert.Contains("catalogue.db", error.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Build(params (string Key, string? Value)[] settings) => new ServiceCollection().AddLogging()
        .AddNewsWatchStorage(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, s.Value))).Build())
        .BuildServiceProvider();
}
