using NewsWatch.Contracts;

namespace NewsWatch.Storage.Alerts;

/// <summary>What makes an alert impossible to store, the same for every store.</summary>
internal static class AlertProblem
{
    /// <summary>What is wrong, as a sentence, or <see langword="null"/>.</summary>
    public static string? Of(AlertRaised alert)
    {
        if (!DerivedId.IsWellFormed(alert.Id)) return $"The alert's id '{alert.Id}' is not {DerivedId.Length} characters of base64url.";
        if (alert.Raised < DateTimeOffset.UnixEpoch) return "The alert was raised before 1970.";
        return Topic.Problem(alert.Topic);
    }
}
