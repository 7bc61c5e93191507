namespace NewsWatch.Matching.Language.Translation;

/// <summary>Translates queries of other systems into the watch language where it can, and names what it cannot.</summary>
/// <remarks>Any text can be given: what is not understood is kept as it is, and the parser judges the result.</remarks>
public static class QueryTranslator
{
    /// <summary>Translates.</summary>
    /// <param name="text">The query as it was copied.</param>
    /// <param name="dialect">Where it comes from.</param>
    public static QueryTranslation Translate(string text, QueryDialect dialect)
    {
        ArgumentNullException.ThrowIfNull(text);
        var notes = new List<Untranslated>();
        var pieces = PieceTranslator.Translate(PieceReader.Read(text), dialect, notes);
        pieces = PieceTidier.Tidy(pieces);
        if (dialect == QueryDialect.Lucene) pieces = SideBySide.MeansOr(pieces, notes);
        if (dialect == QueryDialect.Google) pieces = SideBySide.OrBindsTighter(pieces);
        return Read(PiecePrinter.Print(pieces), notes);
    }

    private static QueryTranslation Read(string text, List<Untranslated> notes)
    {
        try
        {
            return new(text, notes, WatchQuery.Parse(text), null);
        }
        catch (QuerySyntaxException error)
        {
            return new(text, notes, null, error);
        }
    }
}
