namespace NewsWatch.Matching.Language;

/// <summary>A query that cannot be read: where, what stands there, what was expected, and what might have been meant.</summary>
public sealed class QuerySyntaxException(string message, int column, string found, string expected, string? suggestion = null)
    : FormatException(message)
{
    /// <summary>1-based, in UTF-16 units.</summary>
    public int Column { get; } = column;

    /// <summary>What stands there, <c>end of query</c> at the end.</summary>
    public string Found { get; } = found;

    /// <summary>What could stand there.</summary>
    public string Expected { get; } = expected;

    /// <summary>The whole query as it was probably meant, or <see langword="null"/>.</summary>
    public string? Suggestion { get; } = suggestion;

    /// <summary>What is wrong with a fragment that was referred to, said once however deep it is nested.</summary>
    internal string? FragmentReason { get; init; }
}
