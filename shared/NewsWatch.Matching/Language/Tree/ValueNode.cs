namespace NewsWatch.Matching.Language.Tree;

/// <summary>A value of a field that is compared whole, without text analysis. It always stands below a <see cref="FieldNode"/> of the same field.</summary>
/// <remarks>
/// All comparisons ignore the case of ASCII letters. <c>lang:</c> and <c>domain:</c> are equal to the value; <c>url:</c> contains it (anywhere, so
/// <c>url:/sport/</c> finds a section and <c>url:https://example.org/</c> a site).
/// </remarks>
/// <param name="Field"><see cref="Matching.Field.Lang"/>, <see cref="Matching.Field.Domain"/> or <see cref="Matching.Field.Url"/>.</param>
/// <param name="Value">In lower case (ASCII letters); never empty.</param>
public sealed record ValueNode(Field Field, string Value) : QueryNode;
