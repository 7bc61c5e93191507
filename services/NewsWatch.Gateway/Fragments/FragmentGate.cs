using NewsWatch.Matching.Language.Fragments;

namespace NewsWatch.Gateway.Fragments;

/// <summary>
/// Lets one change at a time be checked against the fragments and stored: else two changes that are right alone could be wrong together, such as
/// a watch that names a fragment and the removal of that fragment.
/// </summary>
internal sealed class FragmentGate : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Waits for the change before.</summary>
    /// <returns>To be disposed of when the change is stored.</returns>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        return new Pass(_one);
    }

    /// <summary>The same for a watch, which does not wait where it names no fragment.</summary>
    public async Task<IDisposable?> EnterForAsync(string? query, CancellationToken cancellationToken) =>
        FragmentNames.MayBeIn(query) ? await EnterAsync(cancellationToken) : null;

    public void Dispose() => _one.Dispose();

    private sealed class Pass(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
