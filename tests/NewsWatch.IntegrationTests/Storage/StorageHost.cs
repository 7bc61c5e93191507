using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.Storage;
using Xunit;

namespace NewsWatch.IntegrationTests.Storage;

/// <summary>A process's view of a store: the ports as the services get them.</summary>
public sealed class StorageHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private StorageHost(ServiceProvider services) => _services = services;

    public static async Task<StorageHost> StartAsync(IReadOnlyDictionary<string, string?> settings, StoreCollections collections, TimeProvider? time = null)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var host = new StorageHost(new ServiceCollection().AddLogging().AddSingleton(time ?? TimeProvider.System).AddNewsWatchStorage(configuration).BuildServiceProvider(validateScopes: true));
        await host.Get<IStore>().PrepareAsync(collections, TestContext.Current.CancellationToken);
        return host;
    }

    public T Get<T>()
        where T : notnull => _services.GetRequiredService<T>();

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
