namespace NewsWatch.ServiceDefaults.Http.Guard;

/// <summary>Reads answers up to a limit, counted after decompression, so that a small answer cannot become a large one.</summary>
public static class BoundedContent
{
    /// <summary>Reads the whole content.</summary>
    /// <param name="response">An answer whose headers alone were read (<see cref="HttpCompletionOption.ResponseHeadersRead"/>).</param>
    /// <param name="options">How many bytes, and how long they may take.</param>
    /// <param name="time">Measures how long.</param>
    /// <param name="cancellation">Stops the reading.</param>
    /// <exception cref="OutboundRefusedException">There are more, or they come too slowly.</exception>
    public static async Task<byte[]> ReadAsync(HttpResponseMessage response, OutboundGuardOptions options, TimeProvider time, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(response);
        ArgumentNullException.ThrowIfNull(options);
        using var limit = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            return await ReadAsync(response, options.MaxResponseBytes, either.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested && !cancellation.IsCancellationRequested)
        {
            throw new OutboundRefusedException($"{response.RequestMessage?.RequestUri} takes longer than {options.Timeout.TotalSeconds:0} s to answer.");
        }
    }

    private static async Task<byte[]> ReadAsync(HttpResponseMessage response, long maxBytes, CancellationToken cancellation)
    {
        if (response.Content.Headers.ContentLength > maxBytes) throw TooLong(response, maxBytes);
        await using var content = await response.Content.ReadAsStreamAsync(cancellation);
        using var all = new MemoryStream();
        var buffer = new byte[65_536];
        while (await content.ReadAsync(buffer, cancellation) is > 0 and var read)
        {
            if (all.Length + read > maxBytes) throw TooLong(response, maxBytes);
            all.Write(buffer, 0, read);
        }

        return all.ToArray();
    }

    private static OutboundRefusedException TooLong(HttpResponseMessage response, long maxBytes) =>
        new($"{response.RequestMessage?.RequestUri} answers with more than {maxBytes:N0} bytes.");
}
