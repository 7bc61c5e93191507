using NewsWatch.Gateway;

await GatewayHost.Create(args).RunAsync();
