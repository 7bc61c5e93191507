namespace NewsWatch.Formats.Text.Markup;

/// <summary>What bounds the memory that a document can ask for.</summary>
internal static class MarkupLimits
{
    /// <summary>Elements deeper than this hang on the deepest one kept, so that walking a tree needs no deep stack.</summary>
    public const int Depth = 200;

    /// <summary>Most elements; a feed of 2,000 items with twenty elements each has 40,000.</summary>
    public const int Elements = 1_000_000;

    /// <summary>Most faults reported of one document.</summary>
    public const int Faults = 1_000;

    /// <summary>Most attributes of one element.</summary>
    public const int Attributes = 256;

    /// <summary>Longest replacement text that a document may declare for an entity of its own.</summary>
    public const int EntityText = 1_024;

    /// <summary>Most text that all uses of such entities may add up to.</summary>
    public const int EntityTotal = 256 * 1_024;
}
