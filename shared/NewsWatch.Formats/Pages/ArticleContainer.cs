using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsWatch.Formats.Pages;

/// <summary>Finds the element that holds the article: by what sites call it, else by where the paragraphs are.</summary>
internal static class ArticleContainer
{
    private const int Enough = 250;

    // The surer the name, the earlier.
    private static readonly string[] Selectors =
    [
        "[itemprop~=articleBody], [property~='articleBody']",
        "[class~=article-body], [class~=articlebody], [class~=articleBody], [class~=article__body], [class~=article-content], [class~=article__content], [class~=story-body], [class~=storybody], [class~=story-content], [class~=post-content], [class~=post-body], [class~=postbody], [class~=post_content], [class~=entry-content], [class~=entry-body], [class~=article-text], [class~=article_text], [class~=article-body-text], [class~=post-text], [class~=body-copy], [class~=news-content], [class~=content-body], [class~=blog-content], [class~=single-content], [class~=field-name-body], [class~=td-post-content], [id=article-body], [id=articleBody], [id=article_body], [id=story-body], [id=post-body], [id=article-content]",
        "[class*=article-body i], [class*=articlebody i], [class*=article__body i], [class*=article_body i], [class*=article-content i], [class*=article__content i], [class*=articleContent i], [class*=post-content i], [class*=postcontent i], [class*=post__content i], [class*=post_content i], [class*=entry-content i], [class*=entry__content i], [class*=story-body i], [class*=storybody i], [class*=story-content i], [class*=post-body i], [class*=article-text i], [class*=articletext i], [class*=body-text i], [class*=rich-text i], [class*=richtext i], [class*=page-content i], [class*=text-content i], [class*=main-content i], [class*=maincontent i], [id*=article-body i], [id*=articlebody i], [id*=articlecontent i], [id*=article-content i]",
        "article, [role=article], [itemtype*='Article'], [class~=post], [class~=entry], [class~=article], [class~=hentry], [id=article]",
        "main, [role=main], [id=content], [id=main], [id=main-content], [class~=content], [class~=main], [class*=content i], [id*=content i]",
        "body",
    ];

    public static IElement? Find(IHtmlDocument document)
    {
        var all = Prose(document.DocumentElement);
        foreach (var selector in Selectors)
        {
            var best = document.QuerySelectorAll(selector).Where(e => e.LocalName is not "html").Select(e => (Element: e, Prose: Prose(e))).OrderByDescending(c => c.Prose).FirstOrDefault();
            if (best.Element is null || best.Prose < Enough || best.Prose < all * Share(selector)) continue;
            return Narrow(best.Element, best.Prose);
        }

        return document.Body;
    }

    // A sure name may hold a small part of a page full of comments; a vague one must hold most of what there is.
    private static double Share(string selector) => Array.IndexOf(Selectors, selector) switch { 0 or 1 => 0.2, 2 => 0.3, 3 => 0.4, 4 => 0.5, _ => 0 };

    // Down to the innermost element that still holds nearly all of it.
    private static IElement Narrow(IElement element, int prose)
    {
        while (true)
        {
            var inner = element.Children.Where(c => c.LocalName is "div" or "section" or "article" or "main" or "td" or "table" or "tbody" or "tr").Select(c => (Element: c, Prose: Prose(c))).OrderByDescending(c => c.Prose).FirstOrDefault();
            if (inner.Element is null || inner.Prose < prose * 0.9) return element;
            (element, prose) = (inner.Element, inner.Prose);
        }
    }

    /// <summary>How much running text an element holds: paragraphs and their like, links left out.</summary>
    public static int Prose(IElement element)
    {
        var sum = 0;
        foreach (var paragraph in element.QuerySelectorAll("p, pre, blockquote, li, dd"))
        {
            if (paragraph.QuerySelector("p, li") is not null) continue;
            var length = paragraph.TextContent.Length - paragraph.QuerySelectorAll("a").Sum(a => a.TextContent.Length);
            if (length > 40) sum += length;
        }

        return sum + LooseText(element);
    }

    // Pages from before paragraphs: text straight in a container, with breaks.
    private static int LooseText(IElement element) => element.Descendants<IText>()
        .Where(t => t.ParentElement?.LocalName is "div" or "td" or "section" or "article" or "main" or "body" or "center")
        .Sum(t => t.Data.Length > 40 && t.Data.Trim() is { Length: > 40 } text ? text.Length : 0);
}
