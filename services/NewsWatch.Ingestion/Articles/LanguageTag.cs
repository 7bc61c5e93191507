namespace NewsWatch.Ingestion.Articles;

/// <summary>Language tags as outlets write them.</summary>
public static class LanguageTag
{
    /// <summary>The primary language of a tag (<c>en-US</c> → <c>en</c>), or <see langword="null"/> where there is none.</summary>
    public static string? Primary(string? tag)
    {
        if (string.IsNullOrWhiteSpace(tag)) return null;
        var primary = tag.Trim().Split('-', '_')[0];
        return primary.Length is 2 or 3 && primary.All(char.IsAsciiLetter) ? primary.ToLowerInvariant() : null;
    }
}
