using NewsWatch.Formats.Text.Languages;

namespace NewsWatch.Cli.Inspect.Sources;

/// <summary>Tells languages as ingestion does.</summary>
internal sealed class DetectedLanguage : ILanguageSource
{
    public string Detect(string text) => LanguageDetection.Of(text);
}
