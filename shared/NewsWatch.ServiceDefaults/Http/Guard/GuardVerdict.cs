using System.Net;

namespace NewsWatch.ServiceDefaults.Http.Guard;

/// <summary>Whether the guard connects, and why not.</summary>
/// <param name="Reason">A sentence; <see langword="null"/> where it connects.</param>
/// <param name="Addresses">What the host stands for, in the resolver's order; empty where nothing was looked up.</param>
public sealed record GuardVerdict(string? Reason, IReadOnlyList<IPAddress> Addresses)
{
    /// <summary>Whether the guard connects.</summary>
    public bool Allowed => Reason is null;
}

/// <summary>A call that the guard refused; the message says why and what an operator can do.</summary>
public sealed class OutboundRefusedException(string message) : HttpRequestException(message);
