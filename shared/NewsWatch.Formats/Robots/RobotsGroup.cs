namespace NewsWatch.Formats.Robots;

/// <summary>Rules for some agents.</summary>
internal sealed record RobotsGroup(IReadOnlyList<string> Agents, IReadOnlyList<RobotsRule> Rules, TimeSpan? CrawlDelay)
{
    public bool IsForAll => Agents.Contains("*");

    public bool Names(string token) => Agents.Any(a => a.Equals(token, StringComparison.OrdinalIgnoreCase));

    /// <summary>The name in an agent's header: what stands before its version.</summary>
    public static string NameIn(string agent)
    {
        var slash = agent.IndexOf('/', StringComparison.Ordinal);
        return (slash < 0 ? agent : agent[..slash]).Trim();
    }

    /// <summary>The letters, underscores and hyphens that a line's agent starts with (RFC 9309, 2.2.1).</summary>
    public static string Token(string agent)
    {
        var text = agent.AsSpan().Trim();
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetter(text[length]) || text[length] is '_' or '-')) length++;
        return text[..length].ToString();
    }
}
