namespace NewsWatch.Matching.Language.Translation;

/// <summary>Makes explicit what words side by side, and OR, mean elsewhere.</summary>
internal static class SideBySide
{
    /// <summary>Lucene: OR, unless a plus sign makes some required; then the others only rank and are left out.</summary>
    public static List<Piece> MeansOr(List<Piece> pieces, List<Untranslated> notes)
    {
        var said = new List<Piece>(pieces.Count);
        var someRequired = pieces.Exists(p => p.Required);
        for (var i = 0; i < pieces.Count; i++)
        {
            if (someRequired && IsOptional(pieces, i))
            {
                notes.Add(new(pieces[i].Column, pieces[i].Text, "Beside required words it only ranks; it was left out."));
                continue;
            }

            if (!someRequired && i > 0 && pieces[i - 1].EndsOperand && pieces[i].StartsOperand && pieces[i].Kind != PieceKind.Not)
                said.Add(new(PieceKind.Or, "OR", pieces[i].Column));
            said.Add(pieces[i]);
        }

        return Excluding(said);
    }

    /// <summary>Google: <c>a b OR c</c> is <c>a (b OR c)</c>.</summary>
    public static List<Piece> OrBindsTighter(List<Piece> pieces)
    {
        var said = new List<Piece>(pieces.Count);
        for (var i = 0; i < pieces.Count; i++)
        {
            var last = EndOfAlternatives(pieces, i);
            var alone = i == 0 && last == pieces.Count - 1;
            if (last == i || alone)
            {
                said.Add(pieces[i]);
                continue;
            }

            said.Add(new(PieceKind.Open, "(", pieces[i].Column));
            said.AddRange(pieces[i..(last + 1)]);
            said.Add(new(PieceKind.Close, ")", pieces[last].Column));
            i = last;
        }

        return said;
    }

    // Single words and phrases joined by OR; groups are left as they are.
    private static int EndOfAlternatives(List<Piece> pieces, int at)
    {
        if (pieces[at].Kind != PieceKind.Operand || (at > 0 && pieces[at - 1].Kind is PieceKind.Prefix)) return at;
        var last = at;
        while (last + 2 < pieces.Count && pieces[last + 1].Kind == PieceKind.Or && pieces[last + 2].Kind == PieceKind.Operand) last += 2;
        return last;
    }

    private static bool IsOptional(List<Piece> pieces, int at) =>
        pieces[at].Kind == PieceKind.Operand && !pieces[at].Required
        && (at == 0 || pieces[at - 1].Kind is PieceKind.Operand)
        && (at + 1 == pieces.Count || pieces[at + 1].Kind is PieceKind.Operand or PieceKind.Not);

    // a OR b NOT c would exclude c from b alone: (a OR b) NOT c.
    private static List<Piece> Excluding(List<Piece> pieces)
    {
        var not = pieces.FindIndex(p => p.Kind == PieceKind.Not);
        var open = pieces.Take(Math.Max(0, not)).Sum(p => p.Kind switch { PieceKind.Open => 1, PieceKind.Close => -1, _ => 0 });
        if (not < 3 || open != 0 || !pieces[not - 1].EndsOperand || !pieces.Take(not).Any(p => p.Kind == PieceKind.Or)) return pieces;
        return [new(PieceKind.Open, "(", 1), .. pieces[..not], new(PieceKind.Close, ")", pieces[not].Column), .. pieces[not..]];
    }
}
