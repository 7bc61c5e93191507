using NewsWatch.Matching;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Storage.Sqlite.Articles.Search;

/// <summary>Says a query's tree in FTS5. What FTS5 cannot say becomes a wider set, of which the matcher then keeps what holds.</summary>
internal static class FtsQueryCompiler
{
    /// <summary>The bound of a whole query.</summary>
    public static FtsBound Compile(QueryNode root) => Compile(root, field: null, sentence: false);

    private static FtsBound Compile(QueryNode node, Field? field, bool sentence) => node switch
    {
        PhraseNode phrase => FtsPhraseCompiler.Compile(phrase, field),
        ValueNode value => Value(value),
        AndNode and => FtsBound.All([.. and.Operands.Select(o => Compile(o, field, sentence))]),
        OrNode or => FtsBound.Any([.. or.Operands.Select(o => Compile(o, field, sentence))]),
        // Inside SENTENCE a NOT speaks of one sentence and says nothing of the document.
        NotNode not => sentence ? FtsBound.Anything : Compile(not.Operand, field, sentence).Not(),
        NearNode near => FtsNearCompiler.Compile(near, field, operand => Compile(operand, field, sentence)),
        SentenceNode s => Compile(s.Operand, field, sentence: true).Loosely(),
        AtLeastNode atLeast => Compile(atLeast.Operand, field, sentence).Loosely(),
        FieldNode f => Compile(f.Operand, f.Field, sentence),
        FragmentNode fragment => Compile(fragment.Operand, field, sentence),
        _ => throw new NotSupportedException($"SQLite search does not know the node {node.GetType().Name}."),
    };

    // A URL is searched for a part of it, which no index of words can do.
    private static FtsBound Value(ValueNode value) => value.Field is Field.Lang or Field.Domain
        ? FtsBound.Exactly(FtsSyntax.In(value.Field, FtsSyntax.Phrase([ArticleWords.Whole(value.Value)])))
        : FtsBound.Anything;
}
