namespace NewsWatch.Cli.Inspect.Sources;

/// <summary>Where an inspected document comes from: a file, standard input, or the web by the guarded client.</summary>
internal interface IDocumentSource
{
    /// <summary>Reads the argument's document.</summary>
    /// <exception cref="IOException">It cannot be read; the message is a sentence that says why.</exception>
    Task<InspectedDocument> ReadAsync(string argument, CancellationToken cancellation);
}

/// <summary>A document to inspect.</summary>
/// <param name="Bytes">As received.</param>
/// <param name="ContentType">What the server said, where one was asked.</param>
/// <param name="Url">Where it came from, where that is the web.</param>
internal sealed record InspectedDocument(byte[] Bytes, string? ContentType = null, string? Url = null);
