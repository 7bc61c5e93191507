namespace NewsWatch.Contracts;

/// <summary>An article's identity: from its canonical URL, else from source and guid, else from source, title and body.</summary>
public static class ArticleId
{
    /// <summary>Derives the id.</summary>
    /// <param name="canonicalUrl">The canonical URL; decides alone when present.</param>
    /// <param name="source">The outlet's name.</param>
    /// <param name="guid">The outlet's own identifier of the article.</param>
    /// <param name="title">Title, NFC.</param>
    /// <param name="body">Body, NFC.</param>
    /// <returns>22 characters, base64url of 128 bits.</returns>
    public static string Derive(string? canonicalUrl, string? source, string? guid, string title, string body) =>
        !string.IsNullOrEmpty(canonicalUrl) ? DerivedId.From("url", canonicalUrl)
        : !string.IsNullOrEmpty(guid) ? DerivedId.From("guid", source ?? "", guid)
        : DerivedId.From("text", source ?? "", title, body);
}
