namespace NewsWatch.Cli.Inspect.Sources;

/// <summary>Reads files, and standard input for <c>-</c>.</summary>
internal sealed class FileSource(Func<Stream> standardInput) : IDocumentSource
{
    public FileSource()
        : this(Console.OpenStandardInput)
    {
    }

    public async Task<InspectedDocument> ReadAsync(string argument, CancellationToken cancellation)
    {
        if (argument == "-") return await ReadStandardInputAsync(cancellation);
        if (Directory.Exists(argument)) throw new IOException($"'{argument}' is a folder; name a file in it.");
        try
        {
            return new InspectedDocument(await File.ReadAllBytesAsync(argument, cancellation));
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new IOException($"There is no file '{argument}'.", e);
        }
        catch (UnauthorizedAccessException e)
        {
            throw new IOException($"The file '{argument}' may not be read by this user.", e);
        }
    }

    private async Task<InspectedDocument> ReadStandardInputAsync(CancellationToken cancellation)
    {
        await using var input = standardInput();
        using var all = new MemoryStream();
        await input.CopyToAsync(all, cancellation);
        return new InspectedDocument(all.ToArray());
    }
}
