using NewsWatch.Gateway;
using NewsWatch.ServiceDefaults.Hosting;

await HostRestart.RunAsync(() => GatewayHost.Create(args));
