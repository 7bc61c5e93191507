using System.Text;

namespace NewsWatch.Matching.Language.Translation;

/// <summary>Writes pieces side by side.</summary>
internal static class PiecePrinter
{
    public static string Print(List<Piece> pieces)
    {
        var text = new StringBuilder();
        for (var i = 0; i < pieces.Count; i++)
        {
            if (i > 0 && pieces[i - 1].Kind is not (PieceKind.Open or PieceKind.Prefix) && pieces[i].Kind != PieceKind.Close) text.Append(' ');
            text.Append(pieces[i].Text);
        }

        return text.ToString();
    }
}
