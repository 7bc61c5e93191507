using System.ComponentModel;
using NewsWatch.Cli.Output;
using NewsWatch.Cli.Up.Health;
using NewsWatch.Cli.Up.State;
using Spectre.Console;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Up;

/// <summary>How each part that <c>newswatch up</c> started is, in its own words. Fails unless all are ready.</summary>
internal sealed class StatusCommand : AsyncCommand<StatusCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var state = StateFile.Read(settings.DataFolder);
        using var probe = new Probe();
        var parts = await Task.WhenAll((state?.Parts ?? []).Select(async part => new PartStatus(part, await probe.CheckAsync(part, cancellationToken))));
        if (settings.Json) Screen.Json(parts.Select(part => part.ToJson()));
        else if (state is null) Console.WriteLine($"NewsWatch is not up in {settings.DataFolder}. Start it with 'newswatch up', or name another folder: --data DIR.");
        else Print(parts);
        return parts.Length > 0 && parts.All(part => part.Health.Condition == PartCondition.Ready) ? 0 : 1;
    }

    private static void Print(PartStatus[] parts)
    {
        var listing = new Listing("part", "state", "address", "pid", "reason");
        foreach (var (part, health) in parts) listing.Add(part.Name, State(health.Condition), part.Address, Cell.Of(part.Process.Pid), health.Reason);
        listing.Write();
    }

    private static Cell State(PartCondition condition) => condition switch
    {
        PartCondition.Ready => Cell.In("ready", Color.Green),
        PartCondition.NotReady => Cell.In("not ready", Color.Yellow),
        _ => Cell.In("stopped", Color.Red),
    };

    public sealed class Settings : DataSettings
    {
        [CommandOption("--json")]
        [Description("Print JSON")]
        public bool Json { get; init; }
    }

    private sealed record PartStatus(RunningPart Part, PartHealth Health)
    {
        public object ToJson() => new { Part.Name, State = Words(Health.Condition), Health.Reason, Part.Address, Part.Process.Pid, Part.Log, Part.Started };

        private static string Words(PartCondition condition) => condition switch { PartCondition.Ready => "ready", PartCondition.NotReady => "not-ready", _ => "stopped" };
    }
}
