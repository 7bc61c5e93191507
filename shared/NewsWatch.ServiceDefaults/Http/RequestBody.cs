using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace NewsWatch.ServiceDefaults.Http;

/// <summary>The whole body of a request in a rented buffer: a push is a quarter of a megabyte, and a new array for each would keep the collector busy.</summary>
public sealed class RequestBody : IDisposable
{
    /// <summary>A client that is still sending would not hear an answer, so what is too large is read on for a while and thrown away.</summary>
    private const int ReadOn = 8;

    private const int FirstRent = 16 * 1024;

    private byte[] _buffer;
    private int _length;

    private RequestBody(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>The bytes; valid until this is disposed.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(0, _length);

    /// <summary>Reads a body.</summary>
    /// <param name="http">The request.</param>
    /// <param name="maxBytes">The largest body that is taken.</param>
    /// <exception cref="BadHttpRequestException">It is larger (413).</exception>
    public static async Task<RequestBody> ReadAsync(HttpContext http, int maxBytes)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit) limit.MaxRequestBodySize = (long)ReadOn * maxBytes;
        var body = new RequestBody((int)Math.Clamp(http.Request.ContentLength + 1 ?? FirstRent, FirstRent, maxBytes));
        try
        {
            if (await body.FillAsync(http.Request.Body, maxBytes, http.RequestAborted)) return body;
            throw new BadHttpRequestException($"The body is larger than {maxBytes:N0} bytes: send less in one request.", StatusCodes.Status413PayloadTooLarge);
        }
        catch
        {
            body.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_buffer.Length > 0) ArrayPool<byte>.Shared.Return(_buffer);
        (_buffer, _length) = ([], 0);
    }

    private async Task<bool> FillAsync(Stream stream, int maxBytes, CancellationToken cancellationToken)
    {
        var tooLarge = false;
        while (await stream.ReadAsync(_buffer.AsMemory(_length), cancellationToken) is > 0 and var read)
        {
            _length += read;
            if (_length > maxBytes) (tooLarge, _length) = (true, 0);
            if (_length == _buffer.Length) Grow();
        }

        return !tooLarge;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(2 * _buffer.Length);
        _buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
