using NewsWatch.Matching;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.UnitTests.Matching.Watches;

/// <summary>What the operators mean, said as plainly as possible and without any thought of speed.</summary>
internal static class NaiveMatcher
{
    public static bool Holds(QueryNode root, Document document) => Holds(root, NaiveStream.AllOf(document), Fields.Default);

    private static bool Holds(QueryNode node, IReadOnlyList<NaiveStream> streams, IReadOnlyList<Field> fields) => node switch
    {
        AndNode and => and.Operands.All(o => Holds(o, streams, fields)),
        OrNode or => or.Operands.Any(o => Holds(o, streams, fields)),
        NotNode not => !Holds(not.Operand, streams, fields),
        FragmentNode fragment => Holds(fragment.Operand, streams, fields),
        FieldNode field => Holds(field.Operand, streams, [field.Field]),
        ValueNode value => streams.Any(s => s.Field == value.Field && Compare(value, s.Text)),
        SentenceNode sentence => In(streams, fields).SelectMany(s => s.Sentences()).Any(s => Holds(sentence.Operand, [s], [s.Field])),
        AtLeastNode atLeast => In(streams, fields).Sum(s => NaivePlaces.MostApart(NaivePlaces.Of(atLeast.Operand, s))) >= atLeast.Count,
        PhraseNode { Slop: > 0 } phrase => In(streams, fields).Any(s => NaivePlaces.Loose(phrase, s).Any()),
        _ => In(streams, fields).Any(s => NaivePlaces.Of(node, s).Count > 0),
    };

    private static IEnumerable<NaiveStream> In(IReadOnlyList<NaiveStream> streams, IReadOnlyList<Field> fields) => streams.Where(s => fields.Contains(s.Field));

    private static bool Compare(ValueNode value, string actual) => value.Field == Field.Url
        ? actual.Contains(value.Value, StringComparison.OrdinalIgnoreCase)
        : actual.Equals(value.Value, StringComparison.OrdinalIgnoreCase);
}
