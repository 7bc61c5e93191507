namespace NewsWatch.Matching.Analysis;

/// <summary>One token: its normal form and where it stands in the original text.</summary>
/// <param name="Text">The normal form.</param>
/// <param name="Start">First UTF-16 unit in the original text.</param>
/// <param name="End">One past the last UTF-16 unit in the original text.</param>
public readonly record struct Token(string Text, int Start, int End);
