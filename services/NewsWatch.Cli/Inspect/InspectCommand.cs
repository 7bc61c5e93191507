using NewsWatch.Cli.Inspect.Sources;

namespace NewsWatch.Cli.Inspect;

/// <summary>Inspects its arguments one after another: each has its line, and one that fails costs none of the others.</summary>
internal abstract class InspectCommand(IDocumentSource source)
{
    /// <summary>Writes a line for each argument.</summary>
    /// <returns>How many could not be read.</returns>
    public async Task<int> RunAsync(IEnumerable<string> arguments, TextWriter output, CancellationToken cancellation = default)
    {
        var failed = 0;
        foreach (var argument in arguments)
        {
            cancellation.ThrowIfCancellationRequested();
            var line = await InspectAsync(argument, cancellation);
            if (line.Error is not null) failed++;
            InspectJson.WriteLine(output, line);
        }

        return failed;
    }

    /// <summary>What the system makes of a document.</summary>
    /// <exception cref="Exception">It could not be read at all; the message says why.</exception>
    protected abstract InspectLine Inspect(string argument, InspectedDocument document);

    /// <summary>The line of an argument that could not be read.</summary>
    protected abstract InspectLine Failed(string argument, string error);

    private async Task<InspectLine> InspectAsync(string argument, CancellationToken cancellation)
    {
        try
        {
            return Inspect(argument, await source.ReadAsync(argument, cancellation));
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return Failed(argument, e.Message);
        }
    }
}

/// <summary>What every line has.</summary>
internal abstract record InspectLine
{
    /// <summary>The argument as given.</summary>
    public required string Input { get; init; }

    /// <summary>A sentence when the input could not be read at all.</summary>
    [System.Text.Json.Serialization.JsonPropertyOrder(100)]
    public string? Error { get; init; }
}
