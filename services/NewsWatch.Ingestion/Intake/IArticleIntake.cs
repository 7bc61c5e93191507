using NewsWatch.Ingestion.Articles;

namespace NewsWatch.Ingestion.Intake;

/// <summary>The one way into the system: push, files and feeds all hand their drafts over here.</summary>
public interface IArticleIntake
{
    /// <summary>Checks the drafts, finds out which are new, and publishes those; returns when the broker has confirmed them.</summary>
    /// <param name="drafts">Any number.</param>
    /// <param name="origin">Where they come from.</param>
    /// <param name="backfill">Old material: stored, but raises no alert.</param>
    /// <param name="cancellationToken">Stops waiting; what was published stays published.</param>
    /// <returns>One result a draft, in the same order.</returns>
    /// <exception cref="IntakeBusyException">Too much is waiting already; nothing was taken.</exception>
    /// <exception cref="NewsWatch.ServiceDefaults.Messaging.BrokerUnavailableException">The broker did not confirm; giving the same drafts again is safe.</exception>
    Task<IReadOnlyList<IntakeResult>> AcceptAsync(IReadOnlyList<ArticleDraft> drafts, IntakeOrigin origin, bool backfill = false, CancellationToken cancellationToken = default);
}

public enum IntakeOrigin
{
    Push,
    File,
    Feed,
}

public enum IntakeOutcome
{
    New,
    Changed,
    Unchanged,
    Rejected,
}

/// <summary>What became of one draft; <see cref="Error"/> says why it was rejected.</summary>
public readonly record struct IntakeResult(IntakeOutcome Outcome, string? Id = null, int Revision = 0, string? Error = null);

public sealed class IntakeBusyException(string message) : Exception(message);
