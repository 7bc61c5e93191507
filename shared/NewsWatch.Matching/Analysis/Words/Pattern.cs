namespace NewsWatch.Matching.Analysis.Words;

/// <summary>A regular expression over word classes: just enough to write the tokenizer's grammar down.</summary>
internal abstract record Pattern
{
    /// <summary>Any one of some classes.</summary>
    public static Pattern Any(params ReadOnlySpan<WordClass> classes)
    {
        var mask = 0u;
        foreach (var one in classes) mask |= 1u << (int)one;
        return new OneOf(mask);
    }

    /// <summary>One after another.</summary>
    public static Pattern Sequence(params Pattern[] parts) => new InSequence(parts);

    /// <summary>One or another.</summary>
    public static Pattern Either(params Pattern[] parts) => new Alternatives(parts);

    /// <summary>Zero or more times.</summary>
    public Pattern Many() => new Repeated(this);

    /// <summary>One or more times.</summary>
    public Pattern OneOrMore() => Sequence(this, Many());

    /// <summary>Once or not at all.</summary>
    public Pattern Optional() => Either(this, Sequence());

    internal sealed record OneOf(uint Mask) : Pattern;

    internal sealed record InSequence(Pattern[] Parts) : Pattern;

    internal sealed record Alternatives(Pattern[] Parts) : Pattern;

    internal sealed record Repeated(Pattern Body) : Pattern;
}
