namespace NewsWatch.Cli.Inspect.Sources;

/// <summary>Tells a text's language.</summary>
internal interface ILanguageSource
{
    /// <summary>ISO 639-1, else 639-3, or <c>und</c>.</summary>
    string Detect(string text);
}
