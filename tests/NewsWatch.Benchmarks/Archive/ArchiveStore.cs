using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Contracts;
using NewsWatch.Storage;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Benchmarks.Archive;

/// <summary>A store as the Indexer has it, and its way to write: messages of some hundred articles, sixteen at a time.</summary>
internal sealed class ArchiveStore : IAsyncDisposable
{
    private const int MessagesAtOnce = 16;
    private const int ArticlesInAMessage = 200;
    private readonly ServiceProvider _services;

    private ArchiveStore(ServiceProvider services) => _services = services;

    public static async Task<ArchiveStore> OpenAsync(params (string Name, string Value)[] settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Name, s.Value))).Build();
        var store = new ArchiveStore(new ServiceCollection().AddLogging().AddNewsWatchStorage(configuration).BuildServiceProvider());
        await store.Get<IStore>().PrepareAsync(StoreCollections.Archive);
        return store;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public Task WriteAsync(IReadOnlyCollection<Article> articles) => Parallel.ForEachAsync(
        articles.Chunk(ArticlesInAMessage),
        new ParallelOptions { MaxDegreeOfParallelism = MessagesAtOnce },
        async (message, token) =>
        {
            var outcomes = await Get<IArticleWriter>().WriteAsync(message, token);
            if (outcomes.FirstOrDefault(o => o.Result != WriteResult.Stored) is { Result: not WriteResult.Stored } other) throw new InvalidOperationException($"An article was {other.Result}: {other.Reason}");
        });

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
