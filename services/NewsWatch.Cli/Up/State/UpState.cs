namespace NewsWatch.Cli.Up.State;

/// <summary>What <c>newswatch up</c> started, in the order in which it did.</summary>
/// <param name="PortBase">The gateway's port, from which the others follow.</param>
/// <param name="Parts">The parts.</param>
internal sealed record UpState(int PortBase, IReadOnlyList<RunningPart> Parts)
{
    public IEnumerable<RunningPart> Alive => Parts.Where(part => part.Process.IsAlive);

    /// <summary>The state with <paramref name="started"/> in the place of an earlier part of that name, or else last: the order stays that of a first start.</summary>
    public UpState With(RunningPart started) => Parts.Any(part => part.Name == started.Name)
        ? this with { Parts = [.. Parts.Select(part => part.Name == started.Name ? started : part)] }
        : this with { Parts = [.. Parts, started] };
}
