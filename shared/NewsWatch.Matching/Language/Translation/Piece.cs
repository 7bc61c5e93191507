namespace NewsWatch.Matching.Language.Translation;

internal enum PieceKind
{
    Operand,
    Open,
    Close,
    And,
    Or,
    Not,
    Near,

    /// <summary>A field or a function: what stands before a group or an operand.</summary>
    Prefix,
}

/// <summary>A piece of a query on its way from one language to another.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">How it is written.</param>
/// <param name="Column">Where it stood, counted from 1.</param>
/// <param name="Required">It had a plus sign.</param>
internal sealed record Piece(PieceKind Kind, string Text, int Column, bool Required = false)
{
    public bool Joins => Kind is PieceKind.And or PieceKind.Or or PieceKind.Near;

    public bool EndsOperand => Kind is PieceKind.Operand or PieceKind.Close;

    public bool StartsOperand => Kind is PieceKind.Operand or PieceKind.Open or PieceKind.Not or PieceKind.Prefix;
}
