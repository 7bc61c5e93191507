using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Watches.Conditions;

/// <summary>The words without any of which a query cannot hold.</summary>
internal static class NeededWords
{
    /// <summary>The hashes of their <c>Text</c> tokens.</summary>
    public static ulong[] Hashes(QueryNode root) => [.. Words(root).Distinct().Select(w => TokenHash.Of(w))];

    private static IEnumerable<string> Words(QueryNode node) => node switch
    {
        PhraseNode phrase => phrase.Terms.Select(Word).OfType<string>(),
        OrNode or NotNode or ValueNode => [],
        _ => Children.Of(node).SelectMany(Words),
    };

    private static string? Word(Term term) => term switch
    {
        WordTerm word => word.Text,
        ExactTerm exact => exact.Folded,
        _ => null,
    };
}
