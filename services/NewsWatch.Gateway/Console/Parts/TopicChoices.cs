using NewsWatch.Contracts;

namespace NewsWatch.Gateway.Console.Parts;

/// <summary>Topics that have a watch, for completion.</summary>
internal static class TopicChoices
{
    // Nobody reads more, and a page is not to grow with what programs made.
    private const int Most = 500;

    /// <summary>In order, each once.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<Watch> watches) => [.. watches.Select(w => w.Topic).Distinct().Order(StringComparer.Ordinal).Take(Most)];
}
