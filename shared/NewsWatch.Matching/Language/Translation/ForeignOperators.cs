using System.Globalization;
using System.Text.RegularExpressions;

namespace NewsWatch.Matching.Language.Translation;

/// <summary>Says the operators of other systems.</summary>
internal static partial class ForeignOperators
{
    /// <summary>The operator, or <see langword="null"/> when the piece is none.</summary>
    public static IEnumerable<Piece>? Translate(Piece piece, QueryDialect dialect, List<Untranslated> notes) => Written(piece.Text, dialect) switch
    {
        "AND" or "&&" or "&" => [piece with { Kind = PieceKind.And, Text = "AND" }],
        "OR" or "||" or "|" => [piece with { Kind = PieceKind.Or, Text = "OR" }],
        "NOT" or "ANDNOT" or "!" => [piece with { Kind = PieceKind.Not, Text = "NOT" }],
        "SENTENCE" => [piece with { Kind = PieceKind.Prefix }],
        "+" or "++" => [],
        var text when Near().Match(text) is { Success: true } near => [Distance(piece, near, notes)],
        var text when Often().Match(text) is { Success: true } often => [Prefix(piece, "ATLEAST/" + often.Groups[1].Value)],
        _ => null,
    };

    // Meltwater reads operators in any case.
    private static string Written(string text, QueryDialect dialect) =>
        dialect == QueryDialect.Meltwater && text.ToUpperInvariant() is "AND" or "OR" or "NOT" or "NEAR" or "ONEAR" ? text.ToUpperInvariant() : text;

    private static Piece Prefix(Piece piece, string text) => piece with { Kind = PieceKind.Prefix, Text = text };

    private static Piece Distance(Piece piece, Match near, List<Untranslated> notes)
    {
        var name = near.Groups["ordered"].Success ? "ONEAR" : "NEAR";
        var digits = near.Groups["n"].Value;
        var n = digits.Length == 0 ? QueryLimits.DefaultDistance : int.Parse(digits, CultureInfo.InvariantCulture);
        if (n > QueryLimits.MaxDistance) notes.Add(new(piece.Column, piece.Text, $"The distance is at most {QueryLimits.MaxDistance} words here."));
        return piece with { Kind = PieceKind.Near, Text = $"{name}/{Math.Min(n, QueryLimits.MaxDistance)}" };
    }

    // NEAR, near/5, NEAR5, AROUND(5) cut before its parenthesis, W/5, PRE/5.
    [GeneratedRegex(@"^(?:(?<ordered>ONEAR|(?i:onear)/(?=\d)|(?i:pre)/(?=\d))|NEAR|(?i:near)/(?=\d)|(?i:w|within)/(?=\d)|AROUND)[/:~]?(?<n>[0-9]{0,4})$")]
    private static partial Regex Near();

    [GeneratedRegex("^atleast/?([0-9]{1,3})$", RegexOptions.IgnoreCase)]
    private static partial Regex Often();
}
