namespace NewsWatch.Formats.Pages;

/// <summary>What a page declares of its article in JSON-LD (schema.org).</summary>
internal sealed record JsonLdArticle
{
    public string? Headline { get; set; }

    public string? Body { get; set; }

    public List<string> Authors { get; } = [];

    /// <summary>Houses that sign for their writers.</summary>
    public List<string> Organizations { get; } = [];

    public string? Description { get; set; }

    public string? Published { get; set; }

    public string? Modified { get; set; }

    public string? Language { get; set; }

    public string? Image { get; set; }
}
