using System.Text.RegularExpressions;
using NewsWatch.Matching.Language.Parsing.Words;
using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Unicode;

namespace NewsWatch.Matching.Language.Translation;

/// <summary>Says the words and phrases of other systems.</summary>
internal static partial class ForeignWords
{
    public static IEnumerable<Piece> Translate(Piece piece, QueryDialect dialect, List<Untranslated> notes)
    {
        if (Unsayable(piece.Text) is { } reason)
        {
            notes.Add(new(piece.Column, piece.Text, reason));
            return [];
        }

        var text = WithoutWeight(piece, notes);
        var plus = text.Length - text.TrimStart('+').Length;
        text = text[plus..];
        if (dialect == QueryDialect.Talkwalker && plus > 0) text = Exact(text);
        if (!text.StartsWith('"')) text = Word(piece, text, notes);
        else if (dialect == QueryDialect.Google && text.Contains('*')) notes.Add(new(piece.Column, piece.Text, "A '*' in a phrase is exactly one word here, not one or more."));
        return text.Length == 0 ? [] : [piece with { Text = text, Required = plus > 0 }];
    }

    private static string? Unsayable(string text) => text switch
    {
        "*:*" or "*" => "A watch cannot match everything; it was left out.",
        ['[' or '{', .., ']' or '}'] => "There are no ranges here; it was left out.",
        ['/', _, .., '/'] when text.AsSpan(1, text.Length - 2).IndexOf('/') < 0 => "There are no regular expressions here; it was left out.",
        _ => null,
    };

    private static string WithoutWeight(Piece piece, List<Untranslated> notes)
    {
        var match = Weight().Match(piece.Text);
        if (!match.Success) return piece.Text;
        notes.Add(new(piece.Column + match.Index, match.Value, "There are no weights here; it was left out."));
        return piece.Text[..match.Index];
    }

    private static string Exact(string text) => text.StartsWith('"')
        ? "\"" + string.Join(' ', text.Trim('"').Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(w => "=" + w)) + "\""
        : "=" + text;

    private static string Word(Piece piece, string text, List<Untranslated> notes)
    {
        if (Fuzzy().Match(text) is { Success: true } fuzzy)
        {
            notes.Add(new(piece.Column, piece.Text, "There is no fuzzy spelling here; the word itself was kept."));
            text = fuzzy.Groups[1].Value;
        }

        if (text.Contains('\\')) text = Unescape(text);
        return CanStandBare(text) ? text : Quoted(piece, text, notes);
    }

    private static string Unescape(string text) => Escape().Replace(text, "$1");

    // What the watch language itself would refuse is kept where its plain letters can be read.
    private static string Quoted(Piece piece, string text, List<Untranslated> notes)
    {
        var terms = new List<Term>();
        if (text.Contains('"') || WordReader.Read(NormalFormC.Of(text), true, terms) is { } || terms.Count == 0)
        {
            notes.Add(new(piece.Column, piece.Text, "Nothing here can be searched for as it stands; it was left out."));
            return "";
        }

        return $"\"{text}\"";
    }

    private static bool CanStandBare(string text)
    {
        try
        {
            return text.Length > 0 && WatchQuery.Parse(text) is not null;
        }
        catch (QuerySyntaxException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\^[0-9.]+$")]
    private static partial Regex Weight();

    [GeneratedRegex(@"^(\w+)~[0-9.]*$")]
    private static partial Regex Fuzzy();

    [GeneratedRegex(@"\\(.)")]
    private static partial Regex Escape();
}
