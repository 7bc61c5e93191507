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

    private static bool Matches(ReadOnlySpan<string> pattern, ReadOnlySpan<string> topic)
    {
        while (true)
        {
            if (pattern.IsEmpty) return topic.IsEmpty;
            if (pattern[0] == "#")
            {
                for (var skip = 0; skip <= topic.Length; skip++)
                {
                    if (Matches(pattern[1..], topic[skip..])) return true;
                }

                return false;
            }

            if (topic.IsEmpty || (pattern[0] != "*" && pattern[0] != topic[0])) return false;
            pattern = pattern[1..];
            topic = topic[1..];
        }
    }
}
