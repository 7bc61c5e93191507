namespace NewsWatch.Matching;

/// <summary>A place in a document that made a watch hold.</summary>
/// <param name="Field">The field.</param>
/// <param name="Start">First UTF-16 unit in that field's text.</param>
/// <param name="Length">Length in UTF-16 units.</param>
public readonly record struct MatchSpan(Field Field, int Start, int Length);
