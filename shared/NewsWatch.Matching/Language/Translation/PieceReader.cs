using System.Text.RegularExpressions;
using NewsWatch.Matching.Language.Parsing.Lexing;

namespace NewsWatch.Matching.Language.Translation;

/// <summary>Cuts a foreign query into words, phrases, parentheses and signs, forgiving whatever it does not know.</summary>
internal static partial class PieceReader
{
    public static List<Piece> Read(string text)
    {
        var pieces = new List<Piece>();
        foreach (Match match in PiecePattern().Matches(Spelling.StraightQuotes(text).Replace('（', '(').Replace('）', ')')))
        {
            var kind = match.Value switch
            {
                "(" => PieceKind.Open,
                ")" => PieceKind.Close,
                "-" or "!" or "NOT" => PieceKind.Not,
                _ when match.Value.EndsWith(':') => PieceKind.Prefix,
                _ => PieceKind.Operand,
            };
            pieces.Add(new(kind, match.Value, match.Index + 1));
        }

        return pieces;
    }

    // A phrase with what is glued behind it; a range; a pattern between slashes; a parenthesis; a sign before an operand; a field; a run of anything else.
    [GeneratedRegex("""
        \+{0,2}"[^"]*"(?:[~^][0-9.]+)* | [\[{][^\]}]*\ TO\ [^\]}]*[\]}] | /(?:[^/\s\\]|\\.)+/(?=\s|$|\)) | [()] | [-!](?=[^\s)]) | [A-Za-z_][\w.]*:(?![/\s]{2}) | (?:\\.|[^\s()"])+
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex PiecePattern();
}
