using System.Buffers;

namespace NewsWatch.Formats.Text;

/// <summary>Language tags as feeds and pages write them, made ISO 639-1.</summary>
public static class LanguageTag
{
    private static readonly Dictionary<string, string> Names = new(StringComparer.OrdinalIgnoreCase)
    {
        ["english"] = "en",
        ["german"] = "de",
        ["deutsch"] = "de",
        ["french"] = "fr",
        ["francais"] = "fr",
        ["français"] = "fr",
        ["spanish"] = "es",
        ["espanol"] = "es",
        ["español"] = "es",
        ["italian"] = "it",
        ["italiano"] = "it",
        ["russian"] = "ru",
        ["portuguese"] = "pt",
        ["dutch"] = "nl",
        ["polish"] = "pl",
        ["turkish"] = "tr",
        ["arabic"] = "ar",
        ["chinese"] = "zh",
        ["japanese"] = "ja",
        ["korean"] = "ko",
        ["eng"] = "en",
        ["deu"] = "de",
        ["ger"] = "de",
        ["fra"] = "fr",
        ["fre"] = "fr",
        ["spa"] = "es",
        ["ita"] = "it",
        ["rus"] = "ru",
        ["por"] = "pt",
        ["nld"] = "nl",
        ["dut"] = "nl",
        ["pol"] = "pl",
        ["tur"] = "tr",
        ["ara"] = "ar",
        ["zho"] = "zh",
        ["chi"] = "zh",
        ["jpn"] = "ja",
        ["kor"] = "ko",
        ["ukr"] = "uk",
        ["ces"] = "cs",
        ["cze"] = "cs",
        ["ell"] = "el",
        ["gre"] = "el",
        ["fas"] = "fa",
        ["per"] = "fa",
        ["heb"] = "he",
        ["hin"] = "hi",
        ["swe"] = "sv",
        ["dan"] = "da",
        ["nor"] = "no",
        ["nob"] = "nb",
        ["fin"] = "fi",
        ["hun"] = "hu",
        ["ron"] = "ro",
        ["rum"] = "ro",
        ["iw"] = "he",
        ["in"] = "id",
        ["ji"] = "yi",
        ["mo"] = "ro",
        ["jp"] = "ja",
        ["cn"] = "zh",
        ["ua"] = "uk",
        ["gr"] = "el",
        ["cz"] = "cs",
    };

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> BySpelling = Names.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> AsciiLetters = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    /// <summary>ISO 639-1 (else 639-3) of a tag such as <c>en-US</c> or <c>en_us</c>, or <see langword="null"/> where it says nothing.</summary>
    public static string? Normalize(string? tag)
    {
        var language = tag.AsSpan().Trim();
        if (language.IndexOfAny('-', '_', ';') is >= 0 and var end) language = language[..end];
        if (BySpelling.TryGetValue(language, out var known)) return known;
        if (language.Length is not (2 or 3) || language.ContainsAnyExcept(AsciiLetters)) return null;
        var code = language.ToString().ToLowerInvariant();
        return code is "und" or "mul" or "zxx" ? null : code;
    }
}
