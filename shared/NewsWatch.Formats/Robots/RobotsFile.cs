namespace NewsWatch.Formats.Robots;

/// <summary>A robots.txt, ready to be asked (RFC 9309).</summary>
public sealed class RobotsFile
{
    private readonly IReadOnlyList<RobotsGroup> _groups;

    internal RobotsFile(IReadOnlyList<RobotsGroup> groups, IReadOnlyList<string> sitemaps) => (_groups, Sitemaps) = (groups, sitemaps);

    /// <summary>Forbids nothing: what a missing file means.</summary>
    public static RobotsFile AllowAll { get; } = new([], []);

    /// <summary>Forbids everything: what a server that fails means.</summary>
    public static RobotsFile DisallowAll { get; } = new([new RobotsGroup(["*"], [new RobotsRule("/", false, 0)], null)], []);

    /// <summary>Sitemaps named, in their order.</summary>
    public IReadOnlyList<string> Sitemaps { get; }

    /// <summary>Reads a file; never fails.</summary>
    public static RobotsFile Parse(ReadOnlySpan<byte> bytes) => RobotsParser.Parse(bytes);

    /// <summary>Whether an agent may fetch an address, and which line says so.</summary>
    /// <param name="agent">The agent's product token, or its header, which starts with it.</param>
    /// <param name="url">An address, or a path.</param>
    public RobotsDecision Decide(string agent, string url)
    {
        var path = RobotsPath.Of(url);
        RobotsRule? best = null;
        foreach (var rule in For(agent).SelectMany(g => g.Rules))
        {
            if (!rule.Matches(path)) continue;
            if (best is null || rule.Weight > best.Weight || (rule.Weight == best.Weight && rule.Allow && !best.Allow)) best = rule;
        }

        return new RobotsDecision(best?.Allow ?? true, best?.Line);
    }

    /// <summary>The pause an agent is asked to make between calls.</summary>
    public TimeSpan? CrawlDelay(string agent) => For(agent).Select(g => g.CrawlDelay).FirstOrDefault(d => d is not null);

    // All groups that name the agent count together; the groups for everyone count where none names it.
    private IEnumerable<RobotsGroup> For(string agent)
    {
        var token = RobotsGroup.NameIn(agent);
        var own = token.Length == 0 ? [] : _groups.Where(g => g.Names(token)).ToList();
        return own.Count > 0 ? own : _groups.Where(g => g.IsForAll);
    }
}

/// <summary>An answer of a robots.txt.</summary>
/// <param name="Allowed">Whether the agent may.</param>
/// <param name="Line">The line of the rule that decided, counted from 1; <see langword="null"/> where none did.</param>
public readonly record struct RobotsDecision(bool Allowed, int? Line);
