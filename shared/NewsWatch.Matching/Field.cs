namespace NewsWatch.Matching;

/// <summary>The fields of an article that the watch language can name.</summary>
public enum Field
{
    /// <summary>Searched by a bare word or phrase.</summary>
    Title,

    /// <summary>Searched by a bare word or phrase.</summary>
    Summary,

    /// <summary>Searched by a bare word or phrase.</summary>
    Body,

    /// <summary>The outlet's name.</summary>
    Source,

    /// <summary>The site's registrable domain.</summary>
    Domain,

    /// <summary>ISO 639-1.</summary>
    Lang,

    /// <summary>Authors.</summary>
    Author,

    /// <summary>The outlet's categories.</summary>
    Tag,

    /// <summary>Canonical URL.</summary>
    Url,
}
