using System.Text;

namespace NewsWatch.Formats.Text.Charsets;

/// <summary>Tells a charset from the bytes alone.</summary>
internal static class CharsetDetector
{
    // More text does not change the answer of frequency tables but costs time.
    private const int Sample = 256 * 1024;

    /// <summary>The encoding, or <see langword="null"/> for plain ASCII.</summary>
    public static Encoding? Detect(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF) < 0) return HasEscapes(bytes) ? ByFrequency(bytes) : null;
        return Utf8Evidence.Of(bytes) is { IsWellFormed: true } ? Encoding.UTF8 : ByFrequency(bytes) ?? CharsetNames.Find("windows-1252");
    }

    private static bool HasEscapes(ReadOnlySpan<byte> bytes) => bytes.Contains((byte)0x1B) || bytes.IndexOf("~{"u8) >= 0;

    private static Encoding? ByFrequency(ReadOnlySpan<byte> bytes)
    {
        var result = UtfUnknown.CharsetDetector.DetectFromBytes(bytes[..Math.Min(bytes.Length, Sample)].ToArray());
        return CharsetNames.Find(result.Detected?.EncodingName);
    }
}
