using NewsWatch.Cli.Inspect.Sources;
using NewsWatch.Formats.Robots;

namespace NewsWatch.Cli.Inspect;

/// <summary><c>inspect robots</c>: what a robots.txt answers each agent about each address.</summary>
internal sealed class InspectRobots(IDocumentSource source)
{
    /// <summary>Writes a line for each agent and address.</summary>
    /// <returns>1 when the file could not be read.</returns>
    public async Task<int> RunAsync(string argument, IReadOnlyList<string> agents, IReadOnlyList<string> urls, TextWriter output, CancellationToken cancellation = default)
    {
        RobotsFile? file = null;
        string? error = null;
        try
        {
            file = RobotsFile.Parse((await source.ReadAsync(argument, cancellation)).Bytes);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            error = e.Message;
        }

        foreach (var (agent, url) in agents.SelectMany(a => urls.Select(u => (a, u)))) InspectJson.WriteLine(output, Line(argument, agent, url, file, error));
        return error is null ? 0 : 1;
    }

    private static RobotsLine Line(string argument, string agent, string url, RobotsFile? file, string? error)
    {
        var decision = file?.Decide(agent, url);
        return new RobotsLine
        {
            Input = argument,
            Agent = agent,
            Url = url,
            Allowed = decision?.Allowed,
            Line = decision?.Line,
            CrawlDelay = file?.CrawlDelay(agent)?.TotalSeconds,
            Sitemaps = file?.Sitemaps ?? [],
            Error = error,
        };
    }
}

internal sealed record RobotsLine : InspectLine
{
    public required string Agent { get; init; }

    public required string Url { get; init; }

    public bool? Allowed { get; init; }

    public int? Line { get; init; }

    public double? CrawlDelay { get; init; }

    public IReadOnlyList<string> Sitemaps { get; init; } = [];
}
