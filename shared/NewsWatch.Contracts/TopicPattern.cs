namespace NewsWatch.Contracts;

/// <summary>An AMQP topic pattern over dotted topics: <c>*</c> is exactly one segment, <c>#</c> any number of them, none included.</summary>
public sealed class TopicPattern
{
    private readonly string[] _segments;

    private TopicPattern(string[] segments) => _segments = segments;

    /// <summary>Matches every topic.</summary>
    public static TopicPattern All { get; } = new(["#"]);

    /// <summary>Whether the pattern names exactly one topic.</summary>
    public bool IsLiteral => Array.TrueForAll(_segments, s => s is not ("*" or "#"));

    /// <summary>Reads a pattern; an empty one matches everything. A leading <c>alerts.</c> is not part of it.</summary>
    /// <exception cref="FormatException">It holds something that no topic can hold; the message says what.</exception>
    public static TopicPattern Parse(string? pattern)
    {
        if (string.IsNullOrWhiteSpace(pattern)) return All;
        var segments = pattern.Trim().Split('.');
        foreach (var segment in segments)
        {
            if (segment is not ("*" or "#") && Topic.Problem(segment) is not null)
                throw new FormatException($"'{pattern}' is not a topic pattern: between dots stand a word of a-z, 0-9 and '-', or '*' for one word, or '#' for any number.");
        }

        return new TopicPattern(segments);
    }

    /// <summary>Whether <paramref name="topic"/> matches.</summary>
    public bool Matches(string topic) => Matches(_segments, topic.Split('.'));

    /// <inheritdoc/>
    public override string ToString() => string.Join('.', _segments);

    // Only the last '#' is ever gone back to: an earlier one taking more could not help. So a hostile pattern costs no more than its length.
    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> topic)
    {
        var (p, t, lastHash, taken) = (0, 0, -1, 0);
        while (t < topic.Length)
        {
            if (p < pattern.Length && pattern[p] == "#") (lastHash, taken, p) = (p, t, p + 1);
            else if (p < pattern.Length && (pattern[p] == "*" || pattern[p] == topic[t])) (p, t) = (p + 1, t + 1);
            else if (lastHash >= 0) (p, t) = (lastHash + 1, ++taken);
            else return false;
        }

        while (p < pattern.Length && pattern[p] == "#") p++;
        return p == pattern.Length;
    }
}
