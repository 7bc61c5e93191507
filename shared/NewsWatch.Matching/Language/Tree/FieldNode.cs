namespace NewsWatch.Matching.Language.Tree;

/// <summary>Everything below looks in this field alone: <c>title:word</c>, <c>title:(a OR b)</c>. Never stands below another one.</summary>
/// <param name="Field">The field. Below <see cref="Matching.Field.Lang"/>, <see cref="Matching.Field.Domain"/> and <see cref="Matching.Field.Url"/> the leaves are <see cref="ValueNode"/>, below others <see cref="PhraseNode"/>.</param>
/// <param name="Operand">What the field must satisfy.</param>
public sealed record FieldNode(Field Field, QueryNode Operand) : QueryNode;
