using NewsWatch.Matching.Language.Parsing.Lexing;

namespace NewsWatch.Matching.Language.Parsing.Mistakes;

/// <summary>Says what is wrong where a word, phrase or group should stand.</summary>
internal static class OperandErrors
{
    public static QuerySyntaxException Expected(string text, List<Lexeme> lexemes, int at)
    {
        var found = lexemes[at];
        if (at == 0 && found.Kind == LexemeKind.End)
            return QueryError.At(text, text.Length, text.Length, "The query is empty.", QueryError.Operand);
        return found.Kind switch
        {
            LexemeKind.End => AtEnd(text, lexemes, at),
            LexemeKind.Field => QueryError.At(text, found, "A field follows a field.", QueryError.Operand),
            LexemeKind.Not => QueryError.At(text, found, "NOT stands where something must be.", QueryError.Operand),
            _ => AtOperator(text, lexemes, at),
        };
    }

    private static QuerySyntaxException AtEnd(string text, List<Lexeme> lexemes, int at)
    {
        var last = at - 1;
        while (last > 0 && (lexemes[last].IsOperator || lexemes[last].Kind == LexemeKind.Not)) last--;
        var open = lexemes[at - 1].Kind == LexemeKind.Open;
        var name = text[lexemes[at - 1].Start..lexemes[at - 1].End];
        var meant = open || lexemes[last].IsOperator || lexemes[last].Kind == LexemeKind.Not ? null : text[..lexemes[last].End].Trim();
        return QueryError.At(text, text.Length, text.Length, $"The query ends after '{name}'.", QueryError.Operand, meant);
    }

    private static QuerySyntaxException AtOperator(string text, List<Lexeme> lexemes, int at)
    {
        var found = lexemes[at];
        var name = text[found.Start..found.End];
        if (found.Kind == LexemeKind.Close && at > 0 && lexemes[at - 1].IsOperator) found = lexemes[at - 1];
        var last = at;
        while (lexemes[last + 1].IsOperator) last++;
        var why = at == 0 || lexemes[at - 1].Kind == LexemeKind.Open ? $"'{name}' has nothing on its left." : $"'{name}' follows '{Text(text, lexemes[at - 1])}'.";
        return QueryError.At(text, lexemes[at], why, QueryError.Operand, QueryError.Replace(text, found.Start, Math.Max(found.End, lexemes[last].IsOperator ? lexemes[last].End : 0), ""));
    }

    private static string Text(string text, Lexeme lexeme) => text[lexeme.Start..lexeme.End];
}
