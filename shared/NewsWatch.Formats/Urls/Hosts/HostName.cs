using System.Buffers;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using NewsWatch.Matching.Unicode;

namespace NewsWatch.Formats.Urls.Hosts;

/// <summary>Hosts: names made ASCII (UTS #46), addresses in their one true spelling.</summary>
internal static class HostName
{
    private static readonly SearchValues<char> Forbidden =
        SearchValues.Create(" #%/:<>?@[\\]^|\u007F" + string.Concat(Enumerable.Range(0, ' ').Select(c => (char)c)));

    private static readonly SearchValues<char> NotInNames = SearchValues.Create("\u3000\uFFFD\uFFFE\uFFFF" + string.Concat(Enumerable.Range(0xFDD0, 0x20).Select(c => (char)c)));

    private static readonly IdnMapping Idn = new() { AllowUnassigned = true, UseStd3AsciiRules = false };

    /// <summary>The host, or <see langword="null"/> where the text names none.</summary>
    public static string? Parse(string text)
    {
        if (text.StartsWith('[')) return Ipv6(text);
        var decoded = PercentEncoding.Decode(text);
        if (decoded.Length == 0 || ToAscii(decoded) is not { Length: > 0 } host || host.AsSpan().ContainsAny(Forbidden)) return null;
        return Ipv4Number.EndsInNumber(host) ? Ipv4Number.Parse(host) : host;
    }

    private static string? Ipv6(string text)
    {
        if (!text.EndsWith(']') || text.Contains('%', StringComparison.Ordinal)) return null;
        return IPAddress.TryParse(text[1..^1], out var address) && address.AddressFamily == AddressFamily.InterNetworkV6 ? Ipv6Text.Of(address) : null;
    }

    private static string? ToAscii(string host)
    {
        if (Ascii.IsValid(host) && !host.Contains("xn--", StringComparison.OrdinalIgnoreCase)) return host.ToLowerInvariant();
        if (host.AsSpan().ContainsAny(NotInNames)) return null;
        var mapped = NormalFormC.Of(HostCharacters.Map(host));
        var labels = mapped.Split('.');
        for (var i = 0; i < labels.Length; i++)
        {
            if (LabelToAscii(labels[i]) is not { } label) return null;
            labels[i] = label;
        }

        return string.Join('.', labels);
    }

    private static string? LabelToAscii(string label)
    {
        if (label.Length == 0) return "";
        try
        {
            return Ascii.IsValid(label)
                ? label.StartsWith("xn--", StringComparison.Ordinal) && Idn.GetUnicode(label) is null ? null : label
                : Idn.GetAscii(label);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
