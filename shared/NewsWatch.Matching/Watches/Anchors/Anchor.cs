namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Something that stands in every document that a part of a watch holds for, and is quick to find.</summary>
/// <param name="Mask">The fields that it may stand in.</param>
internal abstract record Anchor(int Mask)
{
    /// <summary>The words that it says stand there; it may be none.</summary>
    public virtual IReadOnlyList<string> Words => [];

    /// <summary>How many terms of its phrase stand before it.</summary>
    public int Offset { get; init; }
}

/// <summary>Words at successive positions.</summary>
/// <param name="Words"><c>Text</c> tokens; at least one.</param>
/// <param name="Mask">The fields that it may stand in.</param>
internal sealed record PhraseAnchor(IReadOnlyList<string> Words, int Mask) : Anchor(Mask)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Words { get; } = Words;
}

/// <summary>Words at successive positions, and behind them one that starts with <paramref name="Prefix"/>.</summary>
/// <param name="Words"><c>Text</c> tokens; it may be none.</param>
/// <param name="Prefix">The start of a <c>Text</c> token.</param>
/// <param name="Mask">The fields that it may stand in.</param>
internal sealed record PrefixAnchor(IReadOnlyList<string> Words, string Prefix, int Mask) : Anchor(Mask)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Words { get; } = Words;
}

/// <summary>A value of lang, domain or url.</summary>
/// <param name="Field">The field.</param>
/// <param name="Value">As in <see cref="Language.Tree.ValueNode"/>.</param>
/// <param name="Mask">The fields that it may stand in.</param>
internal sealed record ValueAnchor(Field Field, string Value, int Mask) : Anchor(Mask);
