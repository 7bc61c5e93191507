namespace NewsWatch.Contracts;

/// <summary>A named part of queries, kept once and reused in watches as <c>@name</c>.</summary>
public sealed record QueryFragment
{
    /// <summary>1 to 64 of <c>a-z</c>, <c>0-9</c>, <c>-</c> and <c>_</c>, without the <c>@</c>; it is also its id.</summary>
    public required string Name { get; init; }

    /// <summary>In the watch language; it may refer to other fragments, but not to itself.</summary>
    public required string Query { get; init; }

    /// <summary>1, 2, … counts edits; the <c>ETag</c> of the HTTP API.</summary>
    public int Version { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When it was last edited.</summary>
    public DateTimeOffset Updated { get; init; }
}
