using System.Text;

namespace NewsWatch.Formats.Text.Charsets;

/// <summary>The marks that say how a text is encoded.</summary>
internal static class ByteOrderMark
{
    // UTF-32 before UTF-16: the little-endian mark of the one starts with that of the other.
    private static readonly (byte[] Mark, Encoding Encoding)[] Marks =
    [
        ([0xEF, 0xBB, 0xBF], new UTF8Encoding(false)),
        ([0xFF, 0xFE, 0, 0], Encoding.UTF32),
        ([0, 0, 0xFE, 0xFF], new UTF32Encoding(bigEndian: true, byteOrderMark: false)),
        ([0xFF, 0xFE], Encoding.Unicode),
        ([0xFE, 0xFF], Encoding.BigEndianUnicode),
    ];

    public static (int Length, Encoding Encoding)? Find(ReadOnlySpan<byte> bytes)
    {
        foreach (var (mark, encoding) in Marks)
        {
            if (bytes.StartsWith(mark)) return (mark.Length, encoding);
        }

        return null;
    }
}
