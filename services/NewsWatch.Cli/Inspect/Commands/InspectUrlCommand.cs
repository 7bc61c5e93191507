using System.ComponentModel;
using Microsoft.Extensions.Options;
using NewsWatch.Cli.Inspect.Sources;
using NewsWatch.ServiceDefaults.Http.Guard;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Inspect.Commands;

internal sealed class InspectUrlCommand : AsyncCommand<InspectUrlCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var sources = new InspectionSources();
        var resolver = new GivenAddresses(sources.Resolver);
        foreach (var given in settings.Resolve) Add(resolver, given);
        await using var output = InspectionSources.Output();
        var guard = new OutboundGuard(Options.Create(sources.GuardOptions), resolver);
        return await new InspectUrl(guard).RunAsync(settings.Urls, output, cancellationToken) == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static void Add(GivenAddresses resolver, string given)
    {
        try
        {
            resolver.Add(given);
        }
        catch (FormatException e)
        {
            throw new UsageException($"--resolve: {e.Message}");
        }
    }

    public sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "<URL>")]
        [Description("Addresses to look at; names are looked up, never connected to")]
        public required string[] Urls { get; init; }

        [CommandOption("--resolve <HOST=ADDRESS>")]
        [Description("Answer instead of DNS: HOST=ADDRESS[,ADDRESS]; host * is every name; may be given several times")]
        public string[] Resolve { get; init; } = [];

        [CommandOption("--json")]
        [Description("Output is always JSON")]
        public bool Json { get; init; }
    }
}
