using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace NewsWatch.ServiceDefaults.Http.Guard;

/// <summary>Tells what an address is for. An IPv6 address that carries an IPv4 address is judged by what it carries.</summary>
public static class AddressClassifier
{
    private static readonly (IPNetwork Network, AddressKind Kind)[] V4 =
    [
        (IPNetwork.Parse("169.254.169.254/32"), AddressKind.Metadata),
        (IPNetwork.Parse("169.254.170.2/32"), AddressKind.Metadata),
        (IPNetwork.Parse("100.100.100.200/32"), AddressKind.Metadata),
        (IPNetwork.Parse("192.0.0.192/32"), AddressKind.Metadata),
        (IPNetwork.Parse("168.63.129.16/32"), AddressKind.Metadata),
        (IPNetwork.Parse("0.0.0.0/8"), AddressKind.Unspecified),
        (IPNetwork.Parse("10.0.0.0/8"), AddressKind.Private),
        (IPNetwork.Parse("100.64.0.0/10"), AddressKind.Shared),
        (IPNetwork.Parse("127.0.0.0/8"), AddressKind.Loopback),
        (IPNetwork.Parse("169.254.0.0/16"), AddressKind.LinkLocal),
        (IPNetwork.Parse("172.16.0.0/12"), AddressKind.Private),
        (IPNetwork.Parse("192.0.0.0/24"), AddressKind.Reserved),
        (IPNetwork.Parse("192.0.2.0/24"), AddressKind.Documentation),
        (IPNetwork.Parse("192.88.99.0/24"), AddressKind.Reserved),
        (IPNetwork.Parse("192.168.0.0/16"), AddressKind.Private),
        (IPNetwork.Parse("198.18.0.0/15"), AddressKind.Benchmarking),
        (IPNetwork.Parse("198.51.100.0/24"), AddressKind.Documentation),
        (IPNetwork.Parse("203.0.113.0/24"), AddressKind.Documentation),
        (IPNetwork.Parse("224.0.0.0/4"), AddressKind.Multicast),
        (IPNetwork.Parse("255.255.255.255/32"), AddressKind.Multicast),
        (IPNetwork.Parse("240.0.0.0/4"), AddressKind.Reserved),
    ];

    private static readonly (IPNetwork Network, AddressKind Kind)[] V6 =
    [
        (IPNetwork.Parse("::/128"), AddressKind.Unspecified),
        (IPNetwork.Parse("::1/128"), AddressKind.Loopback),
        (IPNetwork.Parse("fd00:ec2::254/128"), AddressKind.Metadata),
        (IPNetwork.Parse("fd20:ce::254/128"), AddressKind.Metadata),
        (IPNetwork.Parse("64:ff9b:1::/48"), AddressKind.Private),
        (IPNetwork.Parse("2001:2::/48"), AddressKind.Benchmarking),
        (IPNetwork.Parse("2001:db8::/32"), AddressKind.Documentation),
        (IPNetwork.Parse("2001::/23"), AddressKind.Reserved),
        (IPNetwork.Parse("3fff::/20"), AddressKind.Documentation),
        (IPNetwork.Parse("fc00::/7"), AddressKind.Private),
        (IPNetwork.Parse("fe80::/10"), AddressKind.LinkLocal),
        (IPNetwork.Parse("fec0::/10"), AddressKind.Private),
        (IPNetwork.Parse("ff00::/8"), AddressKind.Multicast),
    ];

    private static readonly IPNetwork Assigned = IPNetwork.Parse("2000::/3");

    /// <summary>The kind of an address of either family.</summary>
    public static AddressKind Classify(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        return address.AddressFamily switch
        {
            AddressFamily.InterNetwork => Find(V4, address) ?? AddressKind.Public,
            AddressFamily.InterNetworkV6 => OfV6(new IPAddress(address.GetAddressBytes())),
            _ => AddressKind.Reserved,
        };
    }

    private static AddressKind OfV6(IPAddress address)
    {
        if (Find(V6, address) is { } kind) return kind;
        if (Carried(address.GetAddressBytes()) is { } inner && Classify(inner) is not AddressKind.Public and var carried) return carried;
        return Assigned.Contains(address) || IsTranslated(address.GetAddressBytes()) ? AddressKind.Public : AddressKind.Reserved;
    }

    private static AddressKind? Find((IPNetwork Network, AddressKind Kind)[] table, IPAddress address)
    {
        foreach (var (network, kind) in table)
        {
            if (network.Contains(address)) return kind;
        }

        return null;
    }

    // Mapped (RFC 4291), NAT64 (6052), compatible (4291), 6to4 (3056), ISATAP (5214).
    private static IPAddress? Carried(byte[] bytes)
    {
        if (IsTranslated(bytes) || bytes.AsSpan(0, 12).IndexOfAnyExcept((byte)0) < 0) return V4At(bytes, 12);
        if (bytes[0] == 0x20 && bytes[1] == 0x02) return V4At(bytes, 2);
        var isIsatap = (BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(8)) & 0xFDFFFFFF) == 0x00005EFE;
        return isIsatap ? V4At(bytes, 12) : null;
    }

    private static bool IsTranslated(byte[] bytes) =>
        bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF])
        || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF, 0, 0])
        || bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0]);

    private static IPAddress V4At(byte[] bytes, int start) => new(bytes.AsSpan(start, 4));
}
