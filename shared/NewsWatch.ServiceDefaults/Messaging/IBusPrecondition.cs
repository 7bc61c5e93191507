namespace NewsWatch.ServiceDefaults.Messaging;

/// <summary>What must be so before the bus starts.</summary>
internal interface IBusPrecondition
{
    /// <summary>Completes when it is so, however long that takes.</summary>
    Task WaitAsync(CancellationToken cancellationToken);
}
