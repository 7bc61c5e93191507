using NewsWatch.Cli.Up.Health;
using NewsWatch.Cli.Up.Parts;
using NewsWatch.Cli.Up.Processes;
using NewsWatch.Cli.Up.State;

namespace NewsWatch.Cli.Up;

/// <summary>Starts what a plan names and does not run yet.</summary>
internal sealed class Launcher(UpPlan plan, IUpReport report, Probe probe, TimeProvider time)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(200);

    /// <summary>Starts the missing parts, stage by stage, and waits until each says that it is ready.</summary>
    /// <returns>How many had to be started.</returns>
    /// <exception cref="InvalidOperationException">Something is in the way; the message says what and what to do.</exception>
    public async Task<int> UpAsync(StateFile file, CancellationToken cancellationToken)
    {
        var state = StateFile.Read(plan.Data) ?? new UpState(plan.Ports.Base, []);
        RefuseAnotherForm(state);
        var missing = plan.Parts.ExceptBy(state.Alive.Select(part => part.Name), part => part.Name).ToList();
        await ClearRemainsAsync(state, missing, cancellationToken);
        RefuseObstacles(missing);

        state = state with { PortBase = plan.Ports.Base };
        foreach (var stage in plan.Stages)
        {
            foreach (var part in stage.Intersect(missing))
            {
                report.Waiting($"starting {part.Name}");
                state = state.With(await part.StartAsync(cancellationToken));
                file.Write(state);
            }

            await WaitAsync([.. state.Parts.IntersectBy(stage.Intersect(missing).Select(part => part.Name), part => part.Name)], cancellationToken);
        }

        return missing.Count;
    }

    private void RefuseAnotherForm(UpState state)
    {
        var alive = state.Alive.Select(part => part.Name).ToList();
        if (alive.Count > 0 && (state.PortBase != plan.Ports.Base || alive.Except(plan.Parts.Select(part => part.Name)).Any()))
            throw new InvalidOperationException($"NewsWatch is up in {plan.Data} with other parts or ports ({string.Join(", ", alive)}; ports from {state.PortBase}). Run 'newswatch down' first.");
    }

    /// <summary>A part that crashed may have left processes of its group behind, which hold its ports.</summary>
    private async Task ClearRemainsAsync(UpState state, List<IPart> missing, CancellationToken cancellationToken)
    {
        foreach (var part in state.Parts.IntersectBy(missing.Select(part => part.Name), part => part.Name).Where(part => part.StopCommand is null))
            await Ending.EndAsync(part.Process, TimeSpan.Zero, time, cancellationToken);
    }

    private void RefuseObstacles(List<IPart> missing)
    {
        var taken = (from part in missing from port in part.Ports let owner = PortOwner.Of(port) where owner is not null select $"Port {port} for {part.Name} is taken by {owner}.").ToList();
        var obstacles = missing.Select(part => part.Problem).OfType<string>().Concat(taken).ToList();
        if (taken.Count > 0) obstacles.Add($"Stop what has the ports, or move all of ours with --port-base N (now {plan.Ports.Base}).");
        if (obstacles.Count > 0) throw new InvalidOperationException("NewsWatch cannot start here.\n  " + string.Join("\n  ", obstacles));
    }

    private async Task WaitAsync(List<RunningPart> parts, CancellationToken cancellationToken)
    {
        for (var ready = 0; ready < parts.Count; ready++)
        {
            report.Waiting("waiting for " + string.Join(", ", parts.Skip(ready).Select(part => part.Name)));
            await WaitAsync(parts[ready], cancellationToken);
            report.Ready(parts[ready], time.GetUtcNow() - parts[ready].Started);
        }
    }

    private async Task WaitAsync(RunningPart part, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        while (await probe.CheckAsync(part, cancellationToken) is { Condition: not PartCondition.Ready } health)
        {
            if (health.Condition == PartCondition.Stopped || time.GetElapsedTime(begun) > Patience) throw new InvalidOperationException(WhatWentWrong(part, health));
            await Task.Delay(Step, time, cancellationToken);
        }
    }

    private static string WhatWentWrong(RunningPart part, PartHealth health)
    {
        var lines = File.Exists(part.Log) ? File.ReadLines(part.Log).TakeLast(12) : [];
        return $"{part.Name} did not become ready. {health.Reason}\nThe end of {part.Log}:\n  {string.Join("\n  ", lines)}\nWhat was started still runs: 'newswatch status' shows it, 'newswatch down' stops it.";
    }
}
