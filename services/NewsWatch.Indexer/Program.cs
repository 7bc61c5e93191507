using NewsWatch.Indexer;

await IndexerHost.Create(args).RunAsync();
