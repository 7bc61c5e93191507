namespace NewsWatch.Matching.Language.Tree;

/// <summary>Some single sentence of one field satisfies the operand: <c>SENTENCE(China "lethal aid")</c>.</summary>
/// <remarks>A place counts for a sentence when it lies in it whole. NOT inside speaks of that sentence.</remarks>
/// <param name="Operand">Made of <see cref="PhraseNode"/>, <see cref="NearNode"/>, AND, OR, NOT and fragments of these.</param>
public sealed record SentenceNode(QueryNode Operand) : QueryNode;
