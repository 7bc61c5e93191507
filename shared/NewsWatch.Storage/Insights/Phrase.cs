namespace NewsWatch.Storage.Insights;

/// <summary>A word or two words side by side, as an article has them.</summary>
/// <param name="Tokens">The tokens.</param>
/// <param name="Written">As the article writes it, the first time.</param>
internal sealed record Phrase(IReadOnlyList<string> Tokens, string Written)
{
    /// <summary>What tells phrases apart.</summary>
    public string Key { get; } = string.Join(' ', Tokens);

    /// <summary>How often it stands in the article.</summary>
    public int Count { get; set; } = 1;

    /// <summary>The phrase in the watch language.</summary>
    public string ToQuery() => Tokens.Count == 1 && Written.All(char.IsLetter) ? Written.ToLowerInvariant() : $"\"{Written.Replace("\"", "", StringComparison.Ordinal).ToLowerInvariant()}\"";
}
