using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Conditions;

/// <summary>A part of a watch, compiled.</summary>
internal abstract class Condition
{
    /// <summary>Whether the passage satisfies it.</summary>
    public abstract bool Holds(in Passage passage);

    /// <summary>Adds where it holds; asked only of passages that satisfy it.</summary>
    public abstract void AddSpans(in Passage passage, SpanList spans);
}
