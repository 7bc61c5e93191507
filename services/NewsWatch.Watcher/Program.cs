using NewsWatch.Watcher;

await WatcherHost.Create(args).RunAsync();
