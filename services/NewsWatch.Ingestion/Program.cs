using NewsWatch.Ingestion;

await IngestionHost.Create(args).RunAsync();
