using NewsWatch.Matching.Language.Parsing.Lexing;

namespace NewsWatch.Matching.Language.Parsing.Mistakes;

/// <summary>Recognises what people type by mistake, or from another language, at the start of a word.</summary>
internal static class RunMistakes
{
    public static void Check(string text, int start, int end)
    {
        CheckQuotes(text, start, end);
        CheckParentheses(text, start, end);
        CheckSymbols(text, start, end);
        CheckApostrophes(text, start, end);
    }

    private static void CheckQuotes(string text, int start, int end)
    {
        for (var at = start; at < end; at++)
        {
            // A double prime after a digit is inches, not a quotation mark.
            if (!Spelling.IsCurlyQuote(text[at]) || (text[at] == '″' && at > start)) continue;
            throw QueryError.At(text, at, at + 1, "Phrases stand in straight quotation marks.", "'\"'", Spelling.StraightQuotes(text));
        }
    }

    private static void CheckParentheses(string text, int start, int end)
    {
        var at = text.AsSpan(start, end - start).IndexOfAny('（', '）');
        if (at < 0) return;
        var straight = text.Replace('（', '(').Replace('）', ')');
        throw QueryError.At(text, start + at, start + at + 1, "Groups stand in plain parentheses.", "'(' or ')'", straight);
    }

    private static void CheckSymbols(string text, int start, int end)
    {
        var run = text.AsSpan(start, end - start);
        if (run is "&&" or "&") throw Operator(text, start, end, "AND");
        if (run is "||" or "|") throw Operator(text, start, end, "OR");
        if (run is "!") throw Operator(text, start, end, "NOT");
        if (run.Length < 2) return;
        if (run[0] == '!') throw Sign(text, start, "NOT is written NOT or '-'.", "-");
        if (run[0] == '+') throw Plus(text, start);
        if (Spelling.IsDash(run[0])) throw Sign(text, start, "A dash stands before a word; '-' is meant to exclude it, nothing to include it.", "-");
    }

    private static void CheckApostrophes(string text, int start, int end)
    {
        if (text[start] is not ('\'' or '‘' or '‚') || text[end - 1] is '\'' or '’') return;
        var close = Closing(text, end);
        if (close < 0) return;
        var meant = text[..start] + '"' + text[(start + 1)..close] + '"' + text[(close + 1)..];
        throw QueryError.At(text, start, start + 1, "A phrase stands in double quotation marks.", "'\"'", meant);
    }

    // The next apostrophe that ends a word.
    private static int Closing(string text, int from)
    {
        for (var at = from; at < text.Length; at++)
        {
            if (text[at] is '"' or '(' or ')') return -1;
            if (text[at] is '\'' or '’' && (at + 1 == text.Length || Spelling.IsSpace(text[at + 1]))) return at;
        }

        return -1;
    }

    private static QuerySyntaxException Operator(string text, int start, int end, string meant) =>
        QueryError.At(text, start, end, "Operators are words in capitals.", meant, QueryError.Replace(text, start, end, meant));

    private static QuerySyntaxException Plus(string text, int start) =>
        QueryError.At(text, start, start + 1, "Every word is required unless OR stands beside it; '+' is not needed.", "a word",
            (" " + text).Replace(" +", " ", StringComparison.Ordinal).Trim());

    private static QuerySyntaxException Sign(string text, int start, string why, string meant) =>
        QueryError.At(text, start, start + 1, why, "a word", QueryError.Replace(text, start, start + 1, meant));
}
