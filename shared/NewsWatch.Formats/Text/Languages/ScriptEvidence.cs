using System.Buffers;

namespace NewsWatch.Formats.Text.Languages;

/// <summary>Corrects a guess that the text's own letters contradict: the models say little about some scripts.</summary>
internal static class ScriptEvidence
{
    private static readonly string[] ArabicScript = ["ar", "fa", "ur"];
    private static readonly string[] Devanagari = ["hi", "mr"];

    // Letters that one language of the script has and the others have not.
    private static readonly SearchValues<char> OnlyUrdu = SearchValues.Create("ٹڈڑںےہھ");
    private static readonly SearchValues<char> OnlyPersian = SearchValues.Create("پچژگیک");

    // Words and endings that hardly a sentence is without.
    private static readonly string[] Marathi = ["ळ", "आहे", "आणि", "च्या", "मध्ये", "ण्या", "नाही", "तील", "साठी"];

    // Letters of one language only among those that share the script.
    private static readonly (string Letters, string Language)[] Unique =
        [("əƏ", "az"), ("ђћЂЋ", "sr"), ("ѓќѕЃЌЅ", "mk"), ("ўЎ", "be"), ("ґїєҐЇЄ", "uk"), ("қғәұңҚҒӘҰҢ", "kk")];

    public static string Correct(string text, string guess)
    {
        var letters = text.Count(char.IsLetter);
        if (IsMostly(text, letters, '\u0600', '\u06FF')) return ArabicScript.Contains(guess) ? guess : OfArabicScript(text);
        if (IsMostly(text, letters, '\u0900', '\u097F')) return OfDevanagari(text, guess);
        return OfUniqueLetters(text) ?? guess;
    }

    // One foreign name does not make a language, two of its letters in a short text do.
    private static string? OfUniqueLetters(string text)
    {
        foreach (var (letters, language) in Unique)
        {
            if (text.Count(letters.Contains) * 60 > text.Length && text.Count(letters.Contains) > 1) return language;
        }

        return null;
    }

    private static string OfArabicScript(string text)
    {
        if (text.AsSpan().ContainsAny(OnlyUrdu)) return "ur";
        return text.AsSpan().ContainsAny(OnlyPersian) ? "fa" : "ar";
    }

    private static string OfDevanagari(string text, string guess) =>
        Array.Exists(Marathi, m => text.Contains(m, StringComparison.Ordinal)) ? "mr" : Devanagari.Contains(guess) ? guess : "hi";

    private static bool IsMostly(string text, int letters, char first, char last) =>
        letters > 0 && text.Count(c => c >= first && c <= last && char.IsLetter(c)) * 2 > letters;
}
