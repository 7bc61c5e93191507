using System.Globalization;
using System.Text.RegularExpressions;
using NewsWatch.Matching.Language.Parsing.Mistakes;

namespace NewsWatch.Matching.Language.Parsing.Lexing;

/// <summary>Reads the words in capitals: AND, OR, NOT, NEAR/n, ONEAR/n, SENTENCE, ATLEAST/n.</summary>
internal static partial class OperatorLexer
{
    public static bool TryRead(string text, int start, string run, out Lexeme lexeme)
    {
        var end = start + run.Length;
        lexeme = run switch
        {
            "AND" => new(LexemeKind.And, start, end),
            "OR" => new(LexemeKind.Or, start, end),
            "NOT" => new(LexemeKind.Not, start, end, "NOT"),
            "SENTENCE" when IsCall(text, end) => new(LexemeKind.Sentence, start, end),
            _ => Counted(text, start, run),
        };
        return lexeme.End > 0;
    }

    private static Lexeme Counted(string text, int start, string run)
    {
        var end = start + run.Length;
        var parts = CountedOperator().Match(run);
        if (parts.Success) return Known(text, start, parts);
        if (ElsewhereOperator().Match(run) is { Success: true } elsewhere)
            throw Misspelt(text, start, end, Meant(elsewhere.Groups["name"].Value) + "/" + elsewhere.Groups["n"].Value);
        if (end < text.Length && text[end] == '(' && run is "sentence" or "Sentence") throw Misspelt(text, start, end, "SENTENCE");
        return default;
    }

    private static Lexeme Known(string text, int start, Match parts)
    {
        var end = start + parts.Length;
        var (name, hasNumber, digits) = (parts.Groups[1].Value, parts.Groups[2].Success, parts.Groups[2].Value);
        if (name == "ATLEAST") return AtLeast(text, start, end, digits, hasNumber);
        var distance = hasNumber ? Number(text, start, end, name, digits, 0, QueryLimits.MaxDistance) : QueryLimits.DefaultDistance;
        return new(LexemeKind.Near, start, end, name, distance, name == "ONEAR");
    }

    private static Lexeme AtLeast(string text, int start, int end, string digits, bool hasNumber)
    {
        if (IsCall(text, end)) return new(LexemeKind.AtLeast, start, end, Number: Number(text, start, end, "ATLEAST", digits, 2, QueryLimits.MaxCount));
        if (!hasNumber) return default;
        throw QueryError.At(text, end, end + 1, "ATLEAST/n counts what stands in parentheses behind it.", "'('");
    }

    private static int Number(string text, int start, int end, string name, string digits, int least, int most)
    {
        if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= least && n <= most) return n;
        var near = digits.Length > 0 && digits.All(char.IsAsciiDigit) && n < least && digits.Length < 3 ? least : name == "ATLEAST" ? 2 : most;
        throw QueryError.At(text, start, end, $"{name} takes a number after a slash.", $"{name}/{least} to {name}/{most}",
            QueryError.Replace(text, start, end, $"{name}/{(digits.Length == 0 && name != "ATLEAST" ? QueryLimits.DefaultDistance : near)}"));
    }

    private static QuerySyntaxException Misspelt(string text, int start, int end, string meant) =>
        QueryError.At(text, start, end, "Operators are words in capitals, their number after a slash.", meant, QueryError.Replace(text, start, end, meant));

    private static string Meant(string name) => name.ToUpperInvariant() switch
    {
        "ONEAR" or "PRE" or "P" => "ONEAR",
        "ATLEAST" => "ATLEAST",
        _ => "NEAR",
    };

    private static bool IsCall(string text, int at)
    {
        while (at < text.Length && Spelling.IsSpace(text[at])) at++;
        return at < text.Length && text[at] == '(';
    }

    [GeneratedRegex(@"^(O?NEAR|ATLEAST)(?:/(.*))?$", RegexOptions.Singleline)]
    private static partial Regex CountedOperator();

    // near/8, NEAR8, NEAR:8, NEAR~8, atleast3, and w/8, pre/8, n/8, p/8 of other archives.
    [GeneratedRegex("^(?:(?<name>O?NEAR|ATLEAST)[/:~]?|(?<name>WITHIN|W|PRE|N|P)/)(?<n>[0-9]{1,4})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ElsewhereOperator();
}
