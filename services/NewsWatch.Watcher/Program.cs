using NewsWatch.Watcher;
using NewsWatch.ServiceDefaults.Hosting;

await HostRestart.RunAsync(() => WatcherHost.Create(args));
