using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Terms;

/// <summary>Tells whether a term stands at a position.</summary>
internal abstract class TermMatcher
{
    /// <summary>The hash of the only <c>Text</c> token that it can stand at, where there is one.</summary>
    public virtual ulong? TokenHash => null;

    public abstract bool Matches(TextStream stream, int position);
}
