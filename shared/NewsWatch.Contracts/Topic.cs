namespace NewsWatch.Contracts;

/// <summary>A topic: 1 to 8 segments of <c>[a-z0-9-]</c>, dotted, e.g. <c>sanctions.russia</c>.</summary>
public static class Topic
{
    /// <summary>Most segments.</summary>
    public const int MaxSegments = 8;

    /// <summary>Longest topic, so that routing keys stay below AMQP's 255 bytes.</summary>
    public const int MaxLength = 200;

    /// <summary>The durable topic exchange that alerts go to.</summary>
    public const string Exchange = "newswatch.alerts";

    /// <summary>Routing key of an alert: <c>alerts.</c> and the topic.</summary>
    public static string RoutingKey(string topic) => "alerts." + topic;

    /// <summary>What is wrong with <paramref name="topic"/> as a sentence, or <see langword="null"/> when it is well formed.</summary>
    public static string? Problem(string? topic)
    {
        if (string.IsNullOrEmpty(topic)) return "A topic is missing: write 1 to 8 words of a-z, 0-9 and '-', joined by dots, such as 'sanctions.russia'.";
        if (topic.Length > MaxLength) return $"The topic is {topic.Length} characters long; at most {MaxLength} are allowed.";
        var segments = topic.Split('.');
        if (segments.Length > MaxSegments) return $"The topic '{topic}' has {segments.Length} segments; at most {MaxSegments} are allowed.";
        foreach (var segment in segments)
        {
            if (segment.Length == 0) return $"The topic '{topic}' has an empty segment: dots go between words only.";
            foreach (var c in segment)
            {
                if (c is not ((>= 'a' and <= 'z') or (>= '0' and <= '9') or '-'))
                    return $"The topic '{topic}' contains '{c}': only a-z, 0-9, '-' and dots between segments are allowed.";
            }
        }

        return null;
    }
}
