namespace NewsWatch.Matching.Language;

/// <summary>Something allowed that may not be what was meant.</summary>
/// <param name="Column">1-based, in UTF-16 units.</param>
/// <param name="Message">What it means, as a sentence.</param>
/// <param name="Suggestion">The whole query as it may have been meant, or <see langword="null"/>.</param>
public sealed record QueryHint(int Column, string Message, string? Suggestion = null);
