using System.Buffers;
using System.Globalization;
using System.Text;

namespace NewsWatch.Formats.Urls;

/// <summary>The percent-encode sets of the WHATWG URL Standard, and decoding.</summary>
internal static class PercentEncoding
{
    private const string Digits = "0123456789ABCDEF";

    private static readonly SearchValues<char> InPath = Allowed("\"#<>?`{}^ ");
    private static readonly SearchValues<char> InQuery = Allowed("\"#<>' ");
    private static readonly SearchValues<char> InFragment = Allowed("\"<>` ");
    private static readonly SearchValues<char> InUserInfo = Allowed("\"#<>?`{}/:;=@[\\]^| ");

    public static string Path(string text) => Encode(text, InPath);

    public static string Query(string text) => Encode(text, InQuery);

    public static string Fragment(string text) => Encode(text, InFragment);

    public static string UserInfo(string text) => Encode(text, InUserInfo);

    /// <summary>The bytes as UTF-8 text; what is no valid escape stays.</summary>
    public static string Decode(string text)
    {
        if (!text.Contains('%', StringComparison.Ordinal)) return text;
        var bytes = new ArrayBufferWriter<byte>(text.Length);
        var utf8 = Encoding.UTF8.GetBytes(text);
        for (var i = 0; i < utf8.Length; i++)
        {
            if (utf8[i] == '%' && TryHex(utf8.AsSpan(i + 1), out var value)) i += 2;
            else value = utf8[i];
            bytes.Write([value]);
        }

        return Encoding.UTF8.GetString(bytes.WrittenSpan);
    }

    private static bool TryHex(ReadOnlySpan<byte> digits, out byte value)
    {
        value = 0;
        return digits.Length >= 2 && byte.TryParse(digits[..2], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
    }

    private static string Encode(string text, SearchValues<char> allowed)
    {
        if (!text.AsSpan().ContainsAnyExcept(allowed)) return text;
        var result = new StringBuilder(text.Length + 16);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsAscii && allowed.Contains((char)rune.Value)) result.Append((char)rune.Value);
            else Append(result, bytes[..rune.EncodeToUtf8(bytes)]);
        }

        return result.ToString();
    }

    private static void Append(StringBuilder result, ReadOnlySpan<byte> bytes)
    {
        foreach (var b in bytes) result.Append('%').Append(Digits[b >> 4]).Append(Digits[b & 15]);
    }

    private static SearchValues<char> Allowed(string except) =>
        SearchValues.Create(string.Concat(Enumerable.Range('!', '~' - '!' + 1).Select(c => (char)c).Where(c => !except.Contains(c, StringComparison.Ordinal))));
}
