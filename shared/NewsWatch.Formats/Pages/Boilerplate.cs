using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace NewsWatch.Formats.Pages;

/// <summary>Takes what is not the article out of a page.</summary>
internal static partial class Boilerplate
{
    private const string Never =
        "script, style, noscript, template, nav, footer, aside, form, iframe, object, embed, svg, canvas, button, select, input, textarea, dialog, audio, video, figure, figcaption, picture, img, link, meta, [hidden], [aria-hidden=true]:not(body), [role=navigation], [role=complementary], [role=search], [role=banner], [role=contentinfo], [role=dialog], [role=alert], [style*='display:none' i], [style*='display: none' i]";

    /// <summary>Removes what is never part of an article.</summary>
    public static void RemoveCertain(IHtmlDocument document)
    {
        foreach (var script in document.QuerySelectorAll("script[type='text/template']").Where(s => s.TextContent.Contains("<p", StringComparison.OrdinalIgnoreCase) || s.TextContent.Length > 1_000).ToList())
            script.Insert(AdjacentPosition.AfterEnd, script.TextContent);
        foreach (var element in document.QuerySelectorAll(Never).Where(e => e.LocalName is not ("body" or "html")).ToList())
        {
            if (element.LocalName is "form" && ArticleContainer.Prose(element) > 1_000) continue;
            element.Remove();
        }

        foreach (var comment in document.Descendants<IComment>().ToList()) comment.Remove();
    }

    /// <summary>Removes what its name or its links give away, inside of the article's container.</summary>
    public static void RemoveLikely(IElement container)
    {
        var most = container.TextContent.Length * 0.6;
        foreach (var element in container.QuerySelectorAll("*").ToList())
        {
            if (!container.Contains(element) || element == container) continue;
            if (IsNamedSo(element) && element.TextContent.Length < most) element.Remove();
            else if (IsSignpost(element)) element.Remove();
            else if (element.LocalName is "ul" or "ol" or "div" or "section" or "p" or "table" or "dl" or "h2" or "h3" or "h4" or "header" && IsLinks(element)) element.Remove();
        }
    }

    private static bool IsNamedSo(IElement element)
    {
        var name = $"{element.ClassName} {element.Id} {element.GetAttribute("data-component")} {element.GetAttribute("data-testid")} {element.GetAttribute("itemprop")}";
        return name.Length > 4 && Names().IsMatch(CamelCase().Replace(name, "-"));
    }

    // "rightImageCaption" is three words.
    [GeneratedRegex("(?<=[a-z])(?=[A-Z])")]
    private static partial Regex CamelCase();

    // "Read more", "About the author", "Share this": a short block that speaks of the site, not of the subject.
    private static bool IsSignpost(IElement element)
    {
        if (element.LocalName is not ("p" or "div" or "h2" or "h3" or "h4" or "h5" or "h6" or "li" or "span" or "strong" or "b" or "em" or "a" or "dt" or "td")) return false;
        return element.TextContent.Length < 400 && element.TextContent.Trim() is { Length: > 1 and < 160 } text && Signposts().IsMatch(text);
    }

    private static bool IsLinks(IElement element)
    {
        var text = element.TextContent.Trim();
        if (text.Length == 0) return false;
        var links = element.QuerySelectorAll("a").Sum(a => a.TextContent.Trim().Length);
        var limit = element.LocalName is "p" ? 0.9 : text.Length > 600 ? 0.6 : 0.75;
        return links > text.Length * limit && (element.LocalName is not "p" || text.Length < 120);
    }

    [GeneratedRegex(
        @"^\W*(?:(?:lesen sie (?:auch|mehr|dazu|hier)|mehr zum thema|mehr (?:dazu|zu diesem)|weitere (?:artikel|themen|beiträge|informationen|infos|meldungen|nachrichten|links)|auch interessant|das könnte (?:sie|dich|ihnen|dir) auch|ähnliche (?:beiträge|artikel|themen)|verwandte (?:themen|artikel|beiträge)|zum thema|siehe auch|teilen sie dies|diesen (?:artikel|beitrag) teilen|artikel (?:teilen|drucken|weiterempfehlen|versenden)|beitrag teilen|teile diesen|teilen mit|gefällt mir|bloggern? gefällt|kommentare sind|kommentar schreiben|schreibe? einen kommentar|hinterlasse|keine kommentare|\d+ kommentare?|melden sie sich an|jetzt (?:anmelden|abonnieren|registrieren)|newsletter|über den autor|über die autorin|zur (?:startseite|übersicht)|zurück zur|nach oben|anzeige\W*$|werbung\W*$|bildquelle|foto(?:s)?\s*:|bild(?:er)?\s*:|abbildung\s*:|quelle\s*:|stand\s*:|schlagwörter|schlagworte|stichworte|tags?\s*:|kategorien?\s*:|themen\s*:|veröffentlicht (?:am|in|von)|von\s*:\s*$|dieses skript als pdf|drucken\s*$|pdf\s*$|unterstützen? sie|unterstütze |gefällt dir|hat ihnen|war dieser artikel|vorschau auf|sie sind (?:aktuell )?nicht eingeloggt|kommentare? zu schreiben|um .{0,80}kommentieren\s*$|.{0,60}kommentare? zu schreiben|die aktuelle ausgabe|redaktion\s|text\s*:|autor(?:in)?\s*:|kommende (?:events|termine)|termine\s*/|unsere partner|originalpublikation|e-mail \(wird)|(?:about us\s*$|read (?:more|also|next)|related(?: articles| stories| posts)?|see also|more (?:from|on|stories|in|about)|you (?:may|might) (?:also )?(?:like|be interested)|recommended|share (?:this|on|via)|follow us|sign up|subscribe|about the author|leave a (?:reply|comment)|comments?(?: are closed)?\s*$|\d+ comments?|filed under|tagged|posted (?:in|on|by)|click to|like this|advertisement|sponsored|photo(?:s)?\s*(?:by|:)|image(?:s)?\s*(?:by|:)|source\s*:|if you enjoyed|all rights reserved|copyright|©|print\s*$|back to top|download (?:the )?pdf)|(?:à lire aussi|lire aussi|voir aussi|partager|sur le même sujet|leggi anche|condividi|lee también|te puede interesar|compartir|temas\s*$|relacionad|leia (?:também|mais)|читайте также|поделиться|lees ook))",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Signposts();

    [GeneratedRegex(
        @"(?:^|[\s_-])(?:nav|navi|navigation|menu|breadcrumbs?|footer|sidebar|side-bar|widget|share|sharing|sharedaddy|shares|social|socials|addtoany|related|similar|recommended|recommendations?|more-(?:from|on|stories|articles|news)|read-?more|readmore|weiterlesen|teasers?|promo|promoted|promotion|advert|advertisement|advertorial|ads?|anzeige|werbung|banner|sponsor(?:ed)?|newsletter|subscribe|subscription|signup|sign-up|abo|paywall|comments?|kommentare?|disqus|respond|replies|reply|trackbacks?|pingbacks?|cookies?|consent|gdpr|popup|modal|overlay|tags?|tag-?list|tagcloud|taglist|post-?tags|entry-?tags|schlagworte|categories|category-list|post-?meta|entry-?meta|article-?meta|meta-?data|entry-?footer|post-?footer|article-?footer|byline|author|authors|author-?(?:bio|box|info|card|name)|about-?author|autor(?:en)?(?:box|info)?|bio|biography|pagination|pager|pagenavi|nav-?links|post-?navigation|next|prev|previous|print|printfriendly|toolbar|tools|rating|ratings|ratingblock|votes?|likes?|login|register|outbrain|taboola|plista|caption|captions|wp-caption-text|credit|credits|copyright|bildunterschrift|bildquelle|imagecaption|skip|screen-reader-text|sr-only|visually-hidden|textbox|highslide|toc|table-of-contents|inhaltsverzeichnis|jump-?links|donate|donation|spenden|support-us|infobox|box-info|factbox|contact|kontakt|event-?list|most-?read|most-?popular|popular|trending|top-?stories|latest|archive|gallery|slideshow|carousel|slider|player|video|audio|embed|tweet|twitter-tweet|instagram-media|fb-post|jp-relatedposts|yarpp|zergnet|feedback|report|errata|kicker|dateline|timestamp|publish(?:ed)?-?date|post-?date|entry-?date|article-?date|date|time)(?:$|[\s_-])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Names();
}
