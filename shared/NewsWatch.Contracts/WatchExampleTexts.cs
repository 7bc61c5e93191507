namespace NewsWatch.Contracts;

/// <summary>Examples that a watch carries: it cannot be saved while one of them comes out wrong.</summary>
/// <remarks>The first line of a text is its title, the rest its body; lines before it such as <c>lang: en</c> set other fields.</remarks>
public sealed record WatchExampleTexts
{
    /// <summary>Texts that it must match.</summary>
    public IReadOnlyList<string> Matches { get; init; } = [];

    /// <summary>Texts that it must not match.</summary>
    public IReadOnlyList<string> Misses { get; init; } = [];
}
