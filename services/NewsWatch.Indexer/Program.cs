using NewsWatch.Indexer;

BackgroundPriority.Take();
await IndexerHost.Create(args).RunAsync();
