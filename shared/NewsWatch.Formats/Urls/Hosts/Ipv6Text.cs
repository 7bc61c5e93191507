using System.Net;

namespace NewsWatch.Formats.Urls.Hosts;

/// <summary>IPv6 addresses in brackets as URLs write them: hexadecimal groups only, the longest run of zeros left out (RFC 5952).</summary>
internal static class Ipv6Text
{
    public static string Of(IPAddress address)
    {
        var bytes = address.GetAddressBytes();
        var groups = Enumerable.Range(0, 8).Select(i => ((bytes[2 * i] << 8) | bytes[(2 * i) + 1]).ToString("x", null)).ToArray();
        var (start, length) = LongestZeros(groups);
        return length < 2
            ? $"[{string.Join(':', groups)}]"
            : $"[{string.Join(':', groups[..start])}::{string.Join(':', groups[(start + length)..])}]";
    }

    private static (int Start, int Length) LongestZeros(string[] groups)
    {
        var (best, bestLength, run) = (0, 0, 0);
        for (var i = 0; i < groups.Length; i++)
        {
            run = groups[i] == "0" ? run + 1 : 0;
            if (run > bestLength) (best, bestLength) = (i - run + 1, run);
        }

        return (best, bestLength);
    }
}
