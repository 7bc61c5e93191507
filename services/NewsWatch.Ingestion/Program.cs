using NewsWatch.Ingestion;
using NewsWatch.ServiceDefaults.Hosting;

await HostRestart.RunAsync(() => IngestionHost.Create(args));
