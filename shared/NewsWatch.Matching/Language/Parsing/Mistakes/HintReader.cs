using NewsWatch.Matching.Language.Parsing.Lexing;

namespace NewsWatch.Matching.Language.Parsing.Mistakes;

/// <summary>Notices what reads like an operator and is a word.</summary>
internal static class HintReader
{
    /// <param name="text">A query.</param>
    /// <param name="lexemes">Its pieces.</param>
    public static IReadOnlyList<QueryHint> Read(string text, List<Lexeme> lexemes)
    {
        var hints = new List<QueryHint>();
        for (var i = 0; i < lexemes.Count - 1; i++)
        {
            if (lexemes[i].Kind != LexemeKind.Word) continue;
            if (LooksLikeOperator(lexemes, i)) hints.Add(Operator(text, lexemes[i]));
        }

        return hints;
    }

    private static bool LooksLikeOperator(List<Lexeme> lexemes, int at) =>
        lexemes[at].Text.ToUpperInvariant() is "AND" or "OR" or "NOT" or "NEAR" or "ONEAR"
        && lexemes[at + 1].StartsOperand
        && (at > 0 && lexemes[at - 1].Kind is LexemeKind.Word or LexemeKind.Phrase or LexemeKind.Close or LexemeKind.Fragment);

    private static QueryHint Operator(string text, Lexeme word)
    {
        var meant = word.Text.ToUpperInvariant();
        return new(word.Start + 1, $"'{word.Text}' is an ordinary word here; the operator is {meant}.", QueryError.Replace(text, word.Start, word.End, meant));
    }
}
