namespace NewsWatch.Matching.Language.Translation;

/// <summary>What became of a query of another system.</summary>
/// <param name="Text">In the watch language; empty when nothing could be translated.</param>
/// <param name="Untranslated">What could not be said, in the order it stood there.</param>
/// <param name="Query">The translation, read; <see langword="null"/> when it cannot be.</param>
/// <param name="Error">Why it cannot be read; columns count in <paramref name="Text"/>.</param>
public sealed record QueryTranslation(string Text, IReadOnlyList<Untranslated> Untranslated, WatchQuery? Query, QuerySyntaxException? Error);

/// <summary>Something that the watch language does not say, or says differently.</summary>
/// <param name="Column">Where it stood, 1-based, in UTF-16 units.</param>
/// <param name="Text">What stood there.</param>
/// <param name="Reason">What was done about it, as a sentence.</param>
public sealed record Untranslated(int Column, string Text, string Reason);
