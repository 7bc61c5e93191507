using NewsWatch.Indexer;
using NewsWatch.ServiceDefaults.Hosting;

BackgroundPriority.Take();
await HostRestart.RunAsync(() => IndexerHost.Create(args));
