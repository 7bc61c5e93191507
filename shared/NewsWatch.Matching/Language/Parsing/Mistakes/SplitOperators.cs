using NewsWatch.Matching.Language.Parsing.Lexing;

namespace NewsWatch.Matching.Language.Parsing.Mistakes;

/// <summary>Finds an operator with a space in it, <c>AN D</c>, which would otherwise be two words.</summary>
internal static class SplitOperators
{
    public static void Check(string text, List<Lexeme> lexemes)
    {
        for (var i = 1; i < lexemes.Count; i++)
        {
            var (left, right) = (lexemes[i - 1], lexemes[i]);
            if (!IsSplit(left, right)) continue;
            var meant = left.Text + right.Text;
            throw QueryError.At(text, left.Start, right.End, "An operator has a space in it.", $"{meant}, or \"{left.Text} {right.Text}\" for the words",
                QueryError.Replace(text, left.Start, right.End, meant));
        }
    }

    private static bool IsSplit(Lexeme left, Lexeme right) =>
        left.Kind == LexemeKind.Word && right.Kind == LexemeKind.Word && left.Text.Length + right.Text.Length <= 4
        && (left.Text + right.Text) is "AND" or "OR" or "NOT" or "NEAR";
}
