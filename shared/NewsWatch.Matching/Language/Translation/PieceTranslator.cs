namespace NewsWatch.Matching.Language.Translation;

/// <summary>Says each piece in the watch language.</summary>
internal static class PieceTranslator
{
    public static List<Piece> Translate(List<Piece> pieces, QueryDialect dialect, List<Untranslated> notes)
    {
        var said = new List<Piece>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (pieces[i].Kind == PieceKind.Prefix) i = ForeignFields.Translate(pieces, i, said, notes);
            else said.AddRange(One(pieces[i], dialect, notes));
        }

        return said;
    }

    private static IEnumerable<Piece> One(Piece piece, QueryDialect dialect, List<Untranslated> notes) => piece.Kind switch
    {
        PieceKind.Open or PieceKind.Close => [piece],
        PieceKind.Not => [piece with { Text = "NOT" }],
        _ => ForeignOperators.Translate(piece, dialect, notes) ?? ForeignWords.Translate(piece, dialect, notes),
    };
}
