using System.ComponentModel;
using NewsWatch.Gateway;
using NewsWatch.Indexer;
using NewsWatch.Ingestion;
using NewsWatch.ServiceDefaults.Hosting;
using NewsWatch.Watcher;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Service;

/// <summary>Runs one service in this process, so that one executable is enough to run the distributed form.</summary>
internal sealed class ServiceCommand : AsyncCommand<ServiceCommand.Settings>
{
    private static readonly Dictionary<string, Func<string[], WebApplication>> Services = new(StringComparer.Ordinal)
    {
        ["ingestion"] = IngestionHost.Create,
        ["indexer"] = IndexerHost.Create,
        ["watcher"] = WatcherHost.Create,
        ["gateway"] = GatewayHost.Create,
    };

    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        if (!Services.TryGetValue(settings.Name, out var create))
            throw new UsageException($"There is no service '{settings.Name}'; there are {string.Join(", ", Services.Keys)}.");
        if (settings.Name == "indexer") BackgroundPriority.Take();
        string[] args = settings.Urls is null ? [] : ["--urls", settings.Urls];
        await HostRestart.RunAsync(() => create(args), cancellationToken);
        return ExitCode.Ok;
    }

    public sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<NAME>")]
        [Description("ingestion, indexer, watcher or gateway")]
        public required string Name { get; init; }

        [CommandOption("--urls <URLS>")]
        [Description("Addresses to listen on")]
        public string? Urls { get; init; }
    }
}
