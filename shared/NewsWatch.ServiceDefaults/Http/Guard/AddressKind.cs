namespace NewsWatch.ServiceDefaults.Http.Guard;

/// <summary>What an address is for (IANA special-purpose address registries).</summary>
public enum AddressKind
{
    /// <summary>Reachable by everyone; the only kind that is connected to by itself.</summary>
    Public,

    /// <summary><c>0.0.0.0/8</c> and <c>::</c>: this host.</summary>
    Unspecified,

    /// <summary><c>127.0.0.0/8</c> and <c>::1</c>.</summary>
    Loopback,

    /// <summary>RFC 1918, unique local and site-local addresses.</summary>
    Private,

    /// <summary><c>169.254.0.0/16</c> and <c>fe80::/10</c>.</summary>
    LinkLocal,

    /// <summary><c>100.64.0.0/10</c>: shared behind a carrier's NAT.</summary>
    Shared,

    /// <summary>Where clouds tell a machine its secrets.</summary>
    Metadata,

    /// <summary>For examples in documents only.</summary>
    Documentation,

    /// <summary>For benchmarks of networks only.</summary>
    Benchmarking,

    /// <summary>Groups of hosts, broadcast included.</summary>
    Multicast,

    /// <summary>Protocol assignments, or not assigned at all.</summary>
    Reserved,
}
