namespace NewsWatch.Matching.Phrases;

/// <summary>A phrase found in a text.</summary>
/// <param name="Id">The phrase's id, as given when it was added.</param>
/// <param name="Position">The position of its first token.</param>
/// <param name="Tokens">How many tokens it has.</param>
/// <param name="Start">First UTF-16 unit in the original text.</param>
/// <param name="End">One past the last UTF-16 unit in the original text.</param>
public readonly record struct PhraseHit(int Id, int Position, int Tokens, int Start, int End);
