using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace NewsWatch.Formats.Pages;

/// <summary>Tells the parts of a page that belong to something else than its article.</summary>
internal static partial class PageRegions
{
    /// <summary>Whether an element stands among comments, teasers of other articles, or in a side column.</summary>
    public static bool IsAside(IElement element)
    {
        for (var at = element; at is not null && at.LocalName is not ("body" or "html" or "main" or "article"); at = at.ParentElement)
        {
            if (at.LocalName is "aside" or "nav") return true;
            if (Names().IsMatch($"{at.ClassName} {at.Id}") && !HoldsArticle(at)) return true;
        }

        return false;
    }

    // Layouts are named after their side columns ("has-sidebar-right"), so what holds the headline or much of the text is none.
    private static bool HoldsArticle(IElement element) =>
        element.QuerySelector("h1, article") is not null || element.TextContent.Length * 4 > (element.Owner?.Body?.TextContent.Length ?? 0);

    [GeneratedRegex("comment|related|sidebar|teaser|recent|recommend|similar", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
