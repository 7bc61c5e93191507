using System.Net;

namespace NewsWatch.ServiceDefaults.Http.Guard;

/// <summary>The private hosts that an operator named.</summary>
internal sealed class AllowedHosts
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<IPNetwork> _networks = [];

    public AllowedHosts(IEnumerable<string> entries)
    {
        foreach (var entry in entries.Select(e => e.Trim().Trim('[', ']')).Where(e => e.Length > 0))
        {
            if (IPNetwork.TryParse(entry, out var network)) _networks.Add(network);
            else if (IPAddress.TryParse(entry, out var address)) _networks.Add(new IPNetwork(address, address.GetAddressBytes().Length * 8));
            else _names.Add(entry.TrimEnd('.'));
        }
    }

    /// <summary>Whether the operator named the host: it may then be anywhere.</summary>
    public bool Contains(string host) => _names.Contains(host);

    /// <summary>Whether the operator named the address or a network around it.</summary>
    public bool Contains(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return _networks.Exists(n => n.Contains(plain));
    }
}
