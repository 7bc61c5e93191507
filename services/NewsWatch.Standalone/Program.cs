using NewsWatch.Standalone;

await StandaloneHost.Create(args).RunAsync();
