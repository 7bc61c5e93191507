namespace NewsWatch.Matching.Language.Fragments;

/// <summary>A named part of a query, kept once and reused as <c>@name</c>.</summary>
/// <param name="Name">1 to 64 of <c>a-z</c>, <c>0-9</c>, <c>-</c> and <c>_</c>, without the <c>@</c>.</param>
/// <param name="Version">1, 2, … counts its edits.</param>
/// <param name="Text">In the watch language; it may refer to other fragments but not, directly or through them, to itself.</param>
public sealed record Fragment(string Name, int Version, string Text);
