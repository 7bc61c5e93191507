using NewsWatch.Matching;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Storage.Elasticsearch.Articles.Search;

/// <summary>Says a query's tree in the query DSL. What that cannot say becomes a wider set, of which the matcher then keeps what holds.</summary>
internal static class DslQueryCompiler
{
    /// <summary>The bound of a whole query.</summary>
    public static DslBound Compile(QueryNode root) => Compile(root, field: null, sentence: false);

    private static DslBound Compile(QueryNode node, Field? field, bool sentence) => node switch
    {
        PhraseNode phrase => DslPhraseCompiler.Compile(phrase, FieldNames(field)),
        ValueNode value => DslBound.Exactly(Value(value)),
        AndNode and => DslBound.All([.. and.Operands.Select(o => Compile(o, field, sentence))]),
        OrNode or => DslBound.Any([.. or.Operands.Select(o => Compile(o, field, sentence))]),
        // Inside SENTENCE a NOT speaks of one sentence and says nothing of the document.
        NotNode not => sentence ? DslBound.Anything : Compile(not.Operand, field, sentence).Not(),
        NearNode near => DslNearCompiler.Compile(near, FieldNames(field), operand => Compile(operand, field, sentence)),
        SentenceNode s => Compile(s.Operand, field, sentence: true).Loosely(),
        AtLeastNode atLeast => Compile(atLeast.Operand, field, sentence).Loosely(),
        FieldNode f => Compile(f.Operand, f.Field, sentence),
        FragmentNode fragment => Compile(fragment.Operand, field, sentence),
        _ => throw new NotSupportedException($"Elasticsearch search does not know the node {node.GetType().Name}."),
    };

    private static System.Text.Json.Nodes.JsonObject Value(ValueNode value) => value.Field == Field.Url
        ? Dsl.Wildcard("url", $"*{Dsl.Escape(value.Value)}*", ignoreCase: true)
        : Dsl.Term(Fields.Name(value.Field), value.Value);

    private static string[] FieldNames(Field? field) => field is { } one ? [Fields.Name(one)] : [.. Fields.Default.Select(Fields.Name)];
}
