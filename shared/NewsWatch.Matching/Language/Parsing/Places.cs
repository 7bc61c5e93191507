using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Parsing;

/// <summary>Which nodes have places in a text, as NEAR and ATLEAST need.</summary>
internal static class Places
{
    public const string Expected = "a word, a phrase, a NEAR in parentheses, or several of them joined by OR";

    /// <summary>What in the node has no place, in words; <see langword="null"/> when all has.</summary>
    public static string? Problem(QueryNode node) => node switch
    {
        PhraseNode { Slop: > 0 } => "a phrase with ~n",
        PhraseNode or NearNode => null,
        OrNode or => or.Operands.Select(Problem).FirstOrDefault(p => p is not null),
        FragmentNode fragment => Problem(fragment.Operand) is { } found ? $"{found} (in @{fragment.Name})" : null,
        AndNode => "AND",
        NotNode => "NOT",
        SentenceNode => "SENTENCE",
        AtLeastNode => "ATLEAST",
        FieldNode field => $"a field; write {Fields.Name(field.Field)}:( … ) around the whole",
        _ => "a value",
    };
}
