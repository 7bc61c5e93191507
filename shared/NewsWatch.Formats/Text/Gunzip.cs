using System.IO.Compression;

namespace NewsWatch.Formats.Text;

/// <summary>Unpacks documents that were packed once more than HTTP says.</summary>
public static class Gunzip
{
    // Ten times the size of any feed or sitemap seen in the wild still passes; a decompression bomb does not.
    private const int MostBytes = 64 * 1024 * 1024;

    /// <summary>The unpacked bytes; the same where they are not gzip.</summary>
    /// <exception cref="InvalidDataException">They are damaged, or unpack to more than is allowed; the message says which.</exception>
    public static byte[] IfPacked(byte[] bytes)
    {
        if (bytes is not [0x1F, 0x8B, ..]) return bytes;
        try
        {
            return Unpack(bytes);
        }
        catch (InvalidDataException e) when (e.Source != nameof(Gunzip))
        {
            throw new InvalidDataException("The document is gzip data that is damaged.", e);
        }
    }

    private static byte[] Unpack(byte[] bytes)
    {
        using var input = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
        using var output = new MemoryStream();
        var buffer = new byte[81_920];
        while (input.Read(buffer) is > 0 and var read)
        {
            if (output.Length + read > MostBytes) throw new InvalidDataException($"The document unpacks to more than {MostBytes / 1024 / 1024} MB.") { Source = nameof(Gunzip) };
            output.Write(buffer, 0, read);
        }

        return output.ToArray();
    }
}
