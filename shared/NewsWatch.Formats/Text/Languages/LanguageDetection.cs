using Lingua;

namespace NewsWatch.Formats.Text.Languages;

/// <summary>Tells the language of a text. The models are loaded when they are first needed, and only those of the scripts that occur.</summary>
public static class LanguageDetection
{
    /// <summary>What stands for no language.</summary>
    public const string Undetermined = "und";

    // Beyond these more text changes nothing but the time it takes, of which the models take much.
    private const int Sample = 1_000;
    private const int ModelSample = 600;
    private const int FewestLetters = 6;

    private static readonly Lazy<LanguageDetector> Detector = new(() => LanguageDetectorBuilder.FromLanguages(NewsLanguages.All).WithLowAccuracyMode().Build());

    /// <summary>ISO 639-1, else 639-3, or <c>und</c>.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var sample = PlainText.Cut(text.Length > Sample * 4 ? text[..(Sample * 4)] : text, Sample);
        if (sample.Count(char.IsLetter) < FewestLetters && !sample.Any(IsTelling)) return Undetermined;
        return FunctionWords.LanguageOf(sample) ?? OfModels(PlainText.Cut(sample, ModelSample));
    }

    private static string OfModels(string sample)
    {
        var language = Detector.Value.DetectLanguageOf(sample);
        var code = language == Language.Unknown ? Undetermined : CodeOf(language);
        return WordEvidence.Correct(sample, ScriptEvidence.Correct(sample, code));
    }

    // A few letters of these scripts say enough.
    private static bool IsTelling(char c) => c is >= '\u0370' and < '\uD800';

    private static string CodeOf(Language language)
    {
        var two = language.IsoCode6391().ToString();
        return two is "None" ? language.IsoCode6393().ToString().ToLowerInvariant() : two.ToLowerInvariant();
    }
}
