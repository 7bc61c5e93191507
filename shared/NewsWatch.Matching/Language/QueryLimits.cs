namespace NewsWatch.Matching.Language;

/// <summary>What the language refuses to grow beyond, so that no query can cost more than others pay for.</summary>
public static class QueryLimits
{
    /// <summary>Longest query, in UTF-16 units.</summary>
    public const int MaxLength = 20_000;

    /// <summary>Deepest nesting of parentheses, NOT, fields and functions, fragments included.</summary>
    public const int MaxDepth = 50;

    /// <summary>Most terms after all fragments are put in.</summary>
    public const int MaxTerms = 5_000;

    /// <summary>Largest n of NEAR/n, ONEAR/n and slop. Below the 100 positions that Elasticsearch leaves between two authors or tags.</summary>
    public const int MaxDistance = 99;

    /// <summary>Most terms of a phrase with slop.</summary>
    public const int MaxSlopTerms = 32;

    /// <summary>n of NEAR and ONEAR when none is written.</summary>
    public const int DefaultDistance = 4;

    /// <summary>Most operands of one NEAR or ONEAR.</summary>
    public const int MaxNearOperands = 6;

    /// <summary>Largest n of ATLEAST/n.</summary>
    public const int MaxCount = 50;

    /// <summary>Letters that must stand before the first wildcard of a word; 1 in Han, Kana and Hangul.</summary>
    public const int MinWildcardPrefix = 3;
}
