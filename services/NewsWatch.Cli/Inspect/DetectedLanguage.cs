namespace NewsWatch.Cli.Inspect;

/// <summary>Tells no language from the text: only what is declared is known.</summary>
internal sealed class DetectedLanguage : ILanguageSource
{
    public string Detect(string text) => "und";
}
