namespace NewsWatch.Matching.Watches.Explaining;

/// <summary>Why a part of a query holds for a document, or does not.</summary>
public sealed record Explanation
{
    /// <summary>The part, in the watch language.</summary>
    public required string Part { get; init; }

    /// <summary>The part in plain words.</summary>
    public required string Words { get; init; }

    /// <summary>Whether it holds.</summary>
    public required bool Holds { get; init; }

    /// <summary>Why, as a sentence.</summary>
    public required string Why { get; init; }

    /// <summary>Where it was found, in order; none where it was not. A NOT has none of its own: those of its part say what refuses.</summary>
    public required IReadOnlyList<MatchSpan> Spans { get; init; }

    /// <summary>The parts that it is made of.</summary>
    public IReadOnlyList<Explanation> Parts { get; init; } = [];
}
