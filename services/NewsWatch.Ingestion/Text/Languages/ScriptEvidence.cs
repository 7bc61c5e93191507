namespace NewsWatch.Ingestion.Text.Languages;

/// <summary>Corrects a guess that the text's own letters contradict: the models say little about some scripts.</summary>
internal static class ScriptEvidence
{
    private static readonly string[] ArabicScript = ["ar", "fa", "ur"];
    private static readonly string[] Devanagari = ["hi", "mr"];

    // Letters that one language of the script has and the others have not.
    private const string OnlyUrdu = "ٹڈڑںےہھ";
    private const string OnlyPersian = "پچژگیک";
    private const string OnlyMarathi = "ळऱ";

    public static string Correct(string text, string guess)
    {
        var letters = text.Count(char.IsLetter);
        if (IsMostly(text, letters, '\u0600', '\u06FF')) return ArabicScript.Contains(guess) ? guess : OfArabicScript(text);
        return IsMostly(text, letters, '\u0900', '\u097F') && !Devanagari.Contains(guess) ? OfDevanagari(text) : guess;
    }

    private static string OfArabicScript(string text)
    {
        if (text.AsSpan().ContainsAny(OnlyUrdu)) return "ur";
        return text.AsSpan().ContainsAny(OnlyPersian) ? "fa" : "ar";
    }

    private static string OfDevanagari(string text) =>
        text.AsSpan().ContainsAny(OnlyMarathi) || text.Contains("आहे", StringComparison.Ordinal) || text.Contains("आणि", StringComparison.Ordinal) ? "mr" : "hi";

    private static bool IsMostly(string text, int letters, char first, char last) =>
        letters > 0 && text.Count(c => c >= first && c <= last && char.IsLetter(c)) * 2 > letters;
}
