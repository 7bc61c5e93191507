using System.Text;
using NewsWatch.Matching;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Cli.Queries;

/// <summary>A syntax tree as lines: what a node is, and its parts two spaces further in.</summary>
internal static class TreePrinter
{
    public static string Print(QueryNode root)
    {
        var lines = new StringBuilder();
        Append(lines, root, 0);
        return lines.ToString();
    }

    private static void Append(StringBuilder lines, QueryNode node, int depth)
    {
        lines.Append(' ', 2 * depth).Append(Of(node)).Append('\n');
        foreach (var child in Children.Of(node)) Append(lines, child, depth + 1);
    }

    private static string Of(QueryNode node) => node switch
    {
        AndNode => "AND",
        OrNode => "OR",
        NotNode => "NOT",
        NearNode near => $"{(near.Ordered ? "ONEAR" : "NEAR")}/{near.Distance}",
        SentenceNode => "SENTENCE",
        AtLeastNode atLeast => $"ATLEAST/{atLeast.Count}",
        FieldNode field => $"FIELD {Fields.Name(field.Field)}",
        FragmentNode fragment => $"FRAGMENT @{fragment.Name} version {fragment.Version}",
        ValueNode value => $"value {value.Value}",
        PhraseNode { Terms.Count: 1 } word => Of(word.Terms[0]),
        PhraseNode phrase => $"PHRASE{(phrase.Slop > 0 ? $" ~{phrase.Slop}" : "")} {string.Join(" · ", phrase.Terms.Select(Of))}",
        _ => node.GetType().Name,
    };

    private static string Of(Term term) => term switch
    {
        WordTerm word => $"word {word.Text}",
        ExactTerm exact => $"exact {exact.Text}",
        StemTerm stem => $"stem {stem.Stem}",
        WildcardTerm wildcard => $"wildcard {wildcard.Prefix}{wildcard.Rest}",
        AnyTerm => "any word",
        _ => term.GetType().Name,
    };
}
