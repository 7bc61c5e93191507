using System.ComponentModel;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using NewsWatch.Cli.Up.State;
using NewsWatch.ServiceDefaults.Hosting;
using NewsWatch.Standalone;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Run;

/// <summary>Everything in one process.</summary>
internal sealed class RunCommand : AsyncCommand<RunCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var data = Path.GetFullPath(settings.Data ?? Environment.GetEnvironmentVariable("NewsWatch__Data") ?? "data");
        using var only = DataLock.Take(data);
        RefuseBesideUp(data);
        var urls = settings.Urls ?? Environment.GetEnvironmentVariable("ASPNETCORE_URLS") ?? "http://127.0.0.1:8600";
        await using var app = StandaloneHost.Create(["--urls", urls, "--NewsWatch:Data", data]);
        try
        {
            await app.StartOrStopAsync(cancellationToken);
        }
        catch (IOException e) when (e.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
        {
            throw new InvalidOperationException($"{urls} is in use already: stop what listens there, or choose another with --urls http://127.0.0.1:PORT.", e);
        }

        var address = AddressOf(app);
        Console.WriteLine($"NewsWatch is ready at {address}  (data in {data}; Ctrl+C stops it)");
        if (!settings.NoSeeds) await Seeding.OfferAsync(address, address, data, cancellationToken);
        await app.WaitForShutdownAsync(cancellationToken);
        return ExitCode.Ok;
    }

    /// <summary>The processes of the distributed form write the same files and hold no lock, for any number of them may run.</summary>
    private static void RefuseBesideUp(string data)
    {
        if (StateFile.Read(data)?.Alive.Select(part => part.Name).ToList() is { Count: > 0 } alive)
            throw new InvalidOperationException($"'newswatch up' runs with the data folder {data} ({string.Join(", ", alive)}). Run 'newswatch down' first, or choose another folder with --data DIR.");
    }

    private static string AddressOf(WebApplication app) =>
        app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();

    public sealed class Settings : CommandSettings
    {
        [CommandOption("--urls <URLS>")]
        [Description("Addresses to listen on; default http://127.0.0.1:8600")]
        public string? Urls { get; init; }

        [CommandOption("--data <DIR>")]
        [Description("Folder of the archive, the inbox and the journal; default data")]
        public string? Data { get; init; }

        [CommandOption("--no-seeds")]
        [Description("Start empty: without the watches, feeds and articles that come with NewsWatch")]
        public bool NoSeeds { get; init; }
    }
}
