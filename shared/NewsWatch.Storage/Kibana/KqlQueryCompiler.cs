using NewsWatch.Matching;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Storage.Kibana;

/// <summary>Says a query's tree in Kibana's language, so that Discover finds what the query finds. What KQL cannot say is named, and becomes a wider set.</summary>
/// <remarks>
/// Every word is quoted: Kibana analyses what is quoted as one phrase, where bare words side by side would mean OR to it, and "not" inside a word would
/// end it. What is looked for is written as the query writes it, because the server analyses it again.
/// </remarks>
internal static class KqlQueryCompiler
{
    /// <summary>The bound of a whole query.</summary>
    public static KqlBound Compile(QueryNode root) => Compile(root, field: null, sentence: false);

    private static KqlBound Compile(QueryNode node, Field? field, bool sentence) => node switch
    {
        PhraseNode phrase => KqlPhraseCompiler.Compile(phrase, field),
        ValueNode value => Value(value),
        AndNode and => KqlBound.All([.. and.Operands.Select(o => Compile(o, field, sentence))]),
        OrNode or => KqlBound.Any([.. or.Operands.Select(o => Compile(o, field, sentence))]),
        // Inside SENTENCE a NOT speaks of one sentence and says nothing of the document.
        NotNode not => sentence ? KqlBound.Anything() : Compile(not.Operand, field, sentence).Not(),
        NearNode near => KqlBound.All([.. near.Operands.Select(o => Compile(o, field, sentence))])
            .Without($"{(near.Ordered ? "ONEAR" : "NEAR")}/{near.Distance}: KQL has no distance between words; it finds the articles that hold all of them."),
        SentenceNode s => Compile(s.Operand, field, sentence: true).Without("SENTENCE: KQL knows no sentences; it finds the articles that hold all of it anywhere."),
        AtLeastNode atLeast => Compile(atLeast.Operand, field, sentence).Without($"ATLEAST/{atLeast.Count}: KQL does not count; it finds the articles that hold it once."),
        FieldNode f => Compile(f.Operand, f.Field, sentence),
        FragmentNode fragment => Compile(fragment.Operand, field, sentence),
        _ => throw new NotSupportedException($"KQL does not know the node {node.GetType().Name}."),
    };

    private static KqlBound Value(ValueNode value) => value.Field == Field.Url
        ? KqlBound.Anything("url: looks for a part of the address whatever its case; KQL compares case, so the address is left out.")
        : KqlBound.Exactly($"{Fields.Name(value.Field)} : {KqlText.Quote(value.Value)}");
}
