namespace NewsWatch.Gateway;

/// <summary>Lets one change at a time be checked against what there is and stored: two changes that are right alone could be wrong together.</summary>
internal abstract class ChangeGate : IDisposable
{
    private readonly SemaphoreSlim _one = new(1, 1);

    /// <summary>Waits for the change before.</summary>
    /// <returns>To be disposed of when the change is stored.</returns>
    public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken);
        return new Pass(_one);
    }

    public void Dispose() => _one.Dispose();

    private sealed class Pass(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
