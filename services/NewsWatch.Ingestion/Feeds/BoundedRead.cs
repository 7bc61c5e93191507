using System.Globalization;

namespace NewsWatch.Ingestion.Feeds;

internal static class BoundedRead
{
    /// <summary>The whole content.</summary>
    /// <exception cref="HttpRequestException">It is larger than <paramref name="maxBytes"/>.</exception>
    public static async Task<byte[]> AllAsync(HttpContent content, int maxBytes, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var chunk = new byte[81_920];
        while (await stream.ReadAsync(chunk, cancellationToken) is > 0 and var read)
        {
            if (buffer.Length + read > maxBytes)
                throw new HttpRequestException(string.Create(CultureInfo.InvariantCulture, $"The answer is larger than {maxBytes:N0} bytes."));
            buffer.Write(chunk, 0, read);
        }

        return buffer.ToArray();
    }
}
