using System.Runtime.InteropServices;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Watches.Terms;

/// <summary>Makes term matchers; of watches that are compiled together those that look for the same word share one.</summary>
internal sealed class TermPool
{
    private readonly Dictionary<string, WordMatcher> _words = [];

    public TermMatcher For(Term term) => term switch
    {
        WordTerm word => Word(word.Text),
        ExactTerm exact => new ExactMatcher(exact.Text, exact.Folded),
        StemTerm stem => new StemMatcher(stem.Stem),
        WildcardTerm { IsPrefix: true } prefix => new PrefixMatcher(prefix.Prefix),
        WildcardTerm wildcard => new WildcardMatcher(wildcard.Prefix, wildcard.Rest),
        _ => AnyMatcher.Instance,
    };

    private WordMatcher Word(string text)
    {
        ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(_words, text, out _);
        return word ??= new WordMatcher(text);
    }
}
