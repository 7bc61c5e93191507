namespace NewsWatch.Matching.Language.Translation;

/// <summary>Mends what the dropping of pieces left behind: empty parentheses, operators with nothing on one side, <c>AROUND(5)</c>.</summary>
internal static class PieceTidier
{
    public static List<Piece> Tidy(List<Piece> pieces)
    {
        pieces = JoinAround(pieces);
        while (Step(pieces))
        {
        }

        return pieces;
    }

    private static bool Step(List<Piece> pieces)
    {
        var kept = new List<Piece>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            var before = kept.Count > 0 ? kept[^1] : null;
            var after = i + 1 < pieces.Count ? pieces[i + 1] : null;
            if (pieces[i].Kind == PieceKind.Close && before?.Kind == PieceKind.Open) kept.RemoveAt(kept.Count - 1);
            else if (!IsStray(pieces[i], before, after)) kept.Add(pieces[i]);
        }

        var changed = kept.Count != pieces.Count;
        pieces.Clear();
        pieces.AddRange(kept);
        return changed;
    }

    private static bool IsStray(Piece piece, Piece? before, Piece? after) =>
        (piece.Joins && (before is null || !before.EndsOperand || after is null || !(after.StartsOperand || after.Kind == PieceKind.Not)))
        || (piece.Kind is PieceKind.Not or PieceKind.Prefix && (after is null || !after.StartsOperand));

    // AROUND(5) reads as AROUND, (, 5, ).
    private static List<Piece> JoinAround(List<Piece> pieces)
    {
        var joined = new List<Piece>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            var isAround = pieces[i].Kind == PieceKind.Near && i + 3 < pieces.Count && pieces[i + 1].Kind == PieceKind.Open
                && pieces[i + 3].Kind == PieceKind.Close && pieces[i + 2].Text.All(char.IsAsciiDigit) && pieces[i + 2].Text.Length < 4;
            if (!isAround)
            {
                joined.Add(pieces[i]);
                continue;
            }

            var n = Math.Min(int.Parse(pieces[i + 2].Text, System.Globalization.CultureInfo.InvariantCulture), QueryLimits.MaxDistance);
            joined.Add(pieces[i] with { Text = $"NEAR/{n}" });
            i += 3;
        }

        return joined;
    }
}
