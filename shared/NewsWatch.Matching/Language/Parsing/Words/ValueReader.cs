using NewsWatch.Matching.Language.Parsing.Lexing;
using NewsWatch.Matching.Language.Parsing.Mistakes;
using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Unicode;

namespace NewsWatch.Matching.Language.Parsing.Words;

/// <summary>Reads the values of fields that are compared whole: lang, domain, url.</summary>
/// <param name="text">The whole query, for errors.</param>
internal sealed class ValueReader(string text)
{
    private static readonly Dictionary<string, string> LanguageNames = new()
    {
        ["english"] = "en",
        ["german"] = "de",
        ["french"] = "fr",
        ["spanish"] = "es",
        ["italian"] = "it",
        ["portuguese"] = "pt",
        ["dutch"] = "nl",
        ["russian"] = "ru",
        ["ukrainian"] = "uk",
        ["polish"] = "pl",
        ["turkish"] = "tr",
        ["arabic"] = "ar",
        ["persian"] = "fa",
        ["farsi"] = "fa",
        ["hebrew"] = "he",
        ["chinese"] = "zh",
        ["japanese"] = "ja",
        ["korean"] = "ko",
        ["hindi"] = "hi",
        ["swedish"] = "sv",
        ["greek"] = "el",
    };

    public ValueNode Read(Field field, Lexeme lexeme)
    {
        var value = Lower(NormalFormC.Of(lexeme.Text.Trim()));
        if (value.Length == 0) throw QueryError.At(text, lexeme, "A value is empty.", $"a value of {Fields.Name(field)}:");
        if (field != Field.Url && value.AsSpan().ContainsAny('*', '?'))
            throw Refuse(lexeme, $"{Fields.Name(field)}: is compared whole and takes no wildcard; url: finds a part of an address.", "a whole value", value.Trim('*', '?', '.'));
        if (field == Field.Lang) CheckLanguage(lexeme, value);
        if (field == Field.Domain) CheckDomain(lexeme, value);
        return new(field, value);
    }

    /// <summary>What a value written elsewhere means here: a site's address its domain, a language's name its code.</summary>
    public static string Meant(string field, string value) => field switch
    {
        "domain" => Host(Lower(value)),
        "lang" => Code(Lower(value)) ?? value,
        _ => value,
    };

    private static string? Code(string value) => LanguageNames.GetValueOrDefault(value) ?? (value.Length > 2 && value[2] is '-' or '_' ? value[..2] : null);

    // ASCII letters alone, so that every store compares alike.
    private static string Lower(string value) => string.Create(value.Length, value, static (lower, from) =>
    {
        for (var i = 0; i < from.Length; i++) lower[i] = char.IsAsciiLetterUpper(from[i]) ? (char)(from[i] | 0x20) : from[i];
    });

    private void CheckLanguage(Lexeme lexeme, string value)
    {
        if (value.Length is 2 or 3 && value.All(char.IsAsciiLetterLower)) return;
        throw Refuse(lexeme, "A language is its two-letter code.", "a code such as en, de or und", Code(value));
    }

    private void CheckDomain(Lexeme lexeme, string value)
    {
        var host = Host(value);
        if (host == value) return;
        throw Refuse(lexeme, "A domain is the registered name of a site alone.", "a name such as bbc.co.uk", host);
    }

    private static string Host(string value)
    {
        var scheme = value.IndexOf("://", StringComparison.Ordinal);
        var host = scheme < 0 ? value : value[(scheme + 3)..];
        var end = host.AsSpan().IndexOfAny('/', ':', ' ');
        if (end >= 0) host = host[..end];
        host = host.Trim('.');
        return host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
    }

    private QuerySyntaxException Refuse(Lexeme lexeme, string why, string expected, string? meant) =>
        QueryError.At(text, lexeme, why, expected, string.IsNullOrEmpty(meant) ? null : QueryError.Replace(text, lexeme.Start, lexeme.End, meant));
}
