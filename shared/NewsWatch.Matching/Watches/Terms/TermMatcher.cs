using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Terms;

/// <summary>Tells whether a term stands at a position.</summary>
internal abstract class TermMatcher
{
    /// <summary>The hash of the only <c>Text</c> token that it can stand at, where there is one.</summary>
    public virtual ulong? TokenHash => null;

    public abstract bool Matches(TextStream stream, int position);

    public static TermMatcher For(Term term) => term switch
    {
        WordTerm word => new WordMatcher(word.Text),
        ExactTerm exact => new ExactMatcher(exact.Text, exact.Folded),
        StemTerm stem => new StemMatcher(stem.Stem),
        WildcardTerm { IsPrefix: true } prefix => new PrefixMatcher(prefix.Prefix),
        WildcardTerm wildcard => new WildcardMatcher(wildcard.Prefix, wildcard.Rest),
        _ => AnyMatcher.Instance,
    };
}
