using System.Buffers;
using System.Globalization;
using System.Net;

namespace NewsWatch.Formats.Urls.Hosts;

/// <summary>IPv4 addresses as browsers read them: one to four parts, each decimal, octal (<c>0…</c>) or hexadecimal (<c>0x…</c>).</summary>
internal static class Ipv4Number
{
    private static readonly SearchValues<char> HexDigits = SearchValues.Create("0123456789ABCDEFabcdef");

    /// <summary>Whether the last label makes the host an address or nothing.</summary>
    public static bool EndsInNumber(ReadOnlySpan<char> host)
    {
        if (host.EndsWith('.')) host = host[..^1];
        var last = host[(host.LastIndexOf('.') + 1)..];
        return last.Length > 0 && (!last.ContainsAnyExceptInRange('0', '9') || IsHex(last));
    }

    /// <summary>Four decimals, or <see langword="null"/>.</summary>
    public static string? Parse(string host)
    {
        var labels = host.Split('.').ToList();
        if (labels[^1].Length == 0 && labels.Count > 1) labels.RemoveAt(labels.Count - 1);
        if (labels.Count > 4) return null;
        var address = 0L;
        for (var i = 0; i < labels.Count; i++)
        {
            if (Number(labels[i]) is not { } number) return null;
            var last = i == labels.Count - 1;
            var width = last ? 8 * (5 - labels.Count) : 8;
            if (number >= 1L << width) return null;
            address = (address << width) | number;
        }

        return new IPAddress(unchecked((uint)IPAddress.HostToNetworkOrder((int)(uint)address))).ToString();
    }

    private static long? Number(string label)
    {
        if (label.Length is 0 or > 40) return null;
        if (IsHex(label)) return label.Length == 2 ? 0 : FromBase(label[2..], 16);
        return label.Length > 1 && label[0] == '0' ? FromBase(label[1..], 8) : FromBase(label, 10);
    }

    private static long? FromBase(string digits, int radix)
    {
        var value = 0L;
        foreach (var c in digits)
        {
            var digit = char.IsAsciiHexDigit(c) ? int.Parse([c], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture) : 99;
            if (digit >= radix) return null;
            value = Math.Min((value * radix) + digit, 1L << 40);
        }

        return value;
    }

    private static bool IsHex(ReadOnlySpan<char> label) =>
        label.StartsWith("0x", StringComparison.OrdinalIgnoreCase) && !label[2..].ContainsAnyExcept(HexDigits);
}
