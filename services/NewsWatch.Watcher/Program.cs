using NewsWatch.ServiceDefaults.Hosting;
using NewsWatch.Watcher;

await HostRestart.RunAsync(() => WatcherHost.Create(args));
