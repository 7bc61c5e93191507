using System.Diagnostics;

namespace NewsWatch.Ingestion.Intake;

/// <summary>The drafts of one call on their way; completes when each has its result.</summary>
internal sealed class IntakeRequest(int count, bool backfill)
{
    private readonly TaskCompletionSource<IReadOnlyList<IntakeResult>> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly IntakeResult[] _results = new IntakeResult[count];
    private int _left = count;

    public List<IntakeItem> Articles { get; } = new(count);

    public string? TraceParent { get; } = Activity.Current is { IdFormat: ActivityIdFormat.W3C } activity ? activity.Id : null;

    public string? TraceState { get; } = Activity.Current?.TraceStateString;

    public bool Backfill => backfill;

    public Task<IReadOnlyList<IntakeResult>> Completion => _completion.Task;

    public void Settle(int index, IntakeResult result)
    {
        _results[index] = result;
        if (Interlocked.Decrement(ref _left) == 0) _completion.TrySetResult(_results);
    }

    public void Fail(Exception reason) => _completion.TrySetException(reason);
}
