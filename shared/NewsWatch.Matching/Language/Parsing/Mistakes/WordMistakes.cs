using System.Text.RegularExpressions;
using NewsWatch.Matching.Language.Parsing.Lexing;

namespace NewsWatch.Matching.Language.Parsing.Mistakes;

/// <summary>Recognises syntax of other languages in a bare word of text.</summary>
internal static partial class WordMistakes
{
    public static void Check(string text, Lexeme word)
    {
        if (Boost().Match(word.Text) is { Success: true } boost)
            throw Refuse(text, word, "A watch holds or does not; there are no boosts.", boost.Groups[1].Value);
        if (Fuzzy().Match(word.Text) is { Success: true } fuzzy)
            throw Refuse(text, word, "There is no fuzzy spelling; '~' before a word finds its other forms.", "~" + fuzzy.Groups[1].Value);
        if (Pattern().IsMatch(word.Text))
            throw Refuse(text, word, "There are no regular expressions; '*' and '?' stand for letters.", null);
        if (word.Text[0] is '[' or '{' && text.AsSpan(word.Start).Contains(" TO ", StringComparison.Ordinal))
            throw Refuse(text, word, "There are no ranges; a search takes its dates beside the query.", null);
    }

    private static QuerySyntaxException Refuse(string text, Lexeme word, string why, string? meant) =>
        QueryError.At(text, word, why, "a word", meant is null ? null : QueryError.Replace(text, word.Start, word.End, meant));

    [GeneratedRegex(@"^(\w.*)\^[0-9.]+$", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Boost();

    [GeneratedRegex(@"^(\w+)~[0-9.]*$", RegexOptions.NonBacktracking)]
    private static partial Regex Fuzzy();

    [GeneratedRegex(@"^/.+/$", RegexOptions.Singleline | RegexOptions.NonBacktracking)]
    private static partial Regex Pattern();
}
