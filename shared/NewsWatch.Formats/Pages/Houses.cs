using AngleSharp.Html.Dom;
using NewsWatch.Formats.Urls;

namespace NewsWatch.Formats.Pages;

/// <summary>Tells the name of the house that publishes a page from the name of someone who writes.</summary>
internal sealed class Houses
{
    private readonly HashSet<string> _names = new(StringComparer.OrdinalIgnoreCase);

    public Houses(IHtmlDocument document, MetaTags meta)
    {
        foreach (var name in new[] { meta.First("og:site_name"), meta.First("application-name"), meta.First("publisher"), meta.First("article:publisher"), meta.First("copyright") }) Add(name);
        var address = document.QuerySelector("link[rel~=canonical]")?.GetAttribute("href") ?? meta.First("og:url");
        var site = RegistrableDomain.Of(WebUrl.TryParse(address)?.Host);
        Add(site);
        Add(site?.Split('.')[0]);
    }

    /// <summary>Whether the name is the house's, or that of any house.</summary>
    public bool Contains(string name) => _names.Contains(Letters(name)) || name.EndsWith("e.V", StringComparison.Ordinal) || name.EndsWith(" GmbH", StringComparison.Ordinal) || name.EndsWith(" Inc", StringComparison.Ordinal) || name.StartsWith("No Author", StringComparison.OrdinalIgnoreCase);

    private void Add(string? name)
    {
        if (!string.IsNullOrWhiteSpace(name)) _names.Add(Letters(name));
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
