using System.ComponentModel;
using NewsWatch.Cli.Output;
using NewsWatch.Cli.Run;
using NewsWatch.Cli.Up.Health;
using NewsWatch.Cli.Up.State;
using Spectre.Console;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Up;

/// <summary>The distributed form, as native processes on this machine.</summary>
internal sealed class UpCommand : AsyncCommand<UpCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var plan = UpPlan.Create(settings.DataFolder, new UpPorts(settings.PortBase), settings.Elasticsearch, Environment.GetEnvironmentVariable, TimeProvider.System);
        using var only = DataLock.Take(plan.Data);
        using var file = StateFile.Open(plan.Data);
        using var interruption = new Interruption(cancellationToken);
        try
        {
            await LaunchAsync(plan, file, settings.NoSeeds, interruption.Token);
            return ExitCode.Ok;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            Terminal.Note("interrupted; what was started still runs: 'newswatch status' shows it, 'newswatch down' stops it");
            return ExitCode.Failed;
        }
    }

    private static async Task LaunchAsync(UpPlan plan, StateFile file, bool noSeeds, CancellationToken cancellationToken)
    {
        using var probe = new Probe();
        var started = await ConsoleReport.ShowAsync(report => new Launcher(plan, report, probe, TimeProvider.System).UpAsync(file, cancellationToken));
        Describe(plan, started);
        if (!noSeeds) await Seeding.OfferAsync($"http://127.0.0.1:{plan.Ports.Gateway}", $"http://127.0.0.1:{plan.Ports.Watcher}", plan.Data, cancellationToken);
    }

    private static void Describe(UpPlan plan, int started)
    {
        AnsiConsole.MarkupLine(started == 0 ? "[bold]NewsWatch is up already[/]" : "[bold]NewsWatch is up[/]");
        var table = new Grid().AddColumn().AddColumn();
        void Row(string name, string value) => table.AddRow(new Markup("  " + name), new Text(value));
        Row("console and API", $"http://127.0.0.1:{plan.Ports.Gateway}");
        if (plan.Parts.Any(part => part.Name == "traces")) Row("traces", $"http://127.0.0.1:{plan.Ports.Dashboard}/traces");
        Row("broker", plan.Broker);
        Row("archive", plan.Archive);
        Row("logs", StateFile.FolderIn(plan.Data));
        AnsiConsole.Write(table);
        foreach (var note in plan.Notes) AnsiConsole.WriteLine(note);
    }

    public sealed class Settings : DataSettings
    {
        [CommandOption("--elasticsearch <PATH>")]
        [Description("Start this Elasticsearch: an installation's home, or a script that takes 'start DIR --port N' and 'stop DIR'; default ConnectionStrings__elasticsearch, else SQLite")]
        public string? Elasticsearch { get; init; }

        [CommandOption("--port-base <PORT>")]
        [Description("The gateway's port; every other port moves by the same distance")]
        [DefaultValue(UpPorts.DefaultBase)]
        public int PortBase { get; init; } = UpPorts.DefaultBase;

        [CommandOption("--no-seeds")]
        [Description("Start empty: without the watches, feeds and articles that come with NewsWatch")]
        public bool NoSeeds { get; init; }

        public override ValidationResult Validate()
        {
            if (PortBase is < UpPorts.LowestBase or > UpPorts.HighestBase) return ValidationResult.Error($"--port-base must lie between {UpPorts.LowestBase} and {UpPorts.HighestBase}, so that every port is one.");
            return Elasticsearch is null || File.Exists(Elasticsearch) || File.Exists(Path.Combine(Elasticsearch, "bin", "elasticsearch"))
                ? ValidationResult.Success()
                : ValidationResult.Error($"'{Elasticsearch}' is neither a script nor a folder with bin/elasticsearch in it.");
        }
    }
}
