namespace NewsWatch.Matching.Language.Parsing.Lexing;

internal enum LexemeKind
{
    Word,
    Phrase,
    Open,
    Close,
    And,
    Or,
    Not,
    Near,
    Sentence,
    AtLeast,
    Field,
    Fragment,
    End,
}

/// <summary>A piece of a query's text.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First UTF-16 unit.</param>
/// <param name="End">One past the last; with the quotes and the slop of a phrase.</param>
/// <param name="Text">A word as it stands, a phrase without its quotes, a fragment's name.</param>
/// <param name="Number">Slop of a phrase, n of NEAR and ATLEAST.</param>
/// <param name="Ordered">ONEAR.</param>
/// <param name="Field">Of a field's name.</param>
internal readonly record struct Lexeme(
    LexemeKind Kind, int Start, int End, string Text = "", int Number = 0, bool Ordered = false, Field Field = default)
{
    public bool IsOperator => Kind is LexemeKind.And or LexemeKind.Or or LexemeKind.Near;

    public bool StartsOperand => Kind is not (LexemeKind.And or LexemeKind.Or or LexemeKind.Near or LexemeKind.Close or LexemeKind.End);
}
