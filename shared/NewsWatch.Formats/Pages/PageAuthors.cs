using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using NewsWatch.Formats.Feeds;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Html;

namespace NewsWatch.Formats.Pages;

/// <summary>Who wrote a page: as declared, else as bylines show it.</summary>
internal static partial class PageAuthors
{
    private const int LongestName = 80;

    private static readonly string[] Selectors =
    [
        "[itemprop~=author] [itemprop~=name]", "[itemprop~=author]", "[rel~=author]", "a[href*='/author/'], a[href*='/autor/'], a[href*='/authors/'], a[href*='/people/']",
        "[class~=author], [class~=byline], [class~=author-name], [class~=authorname], [class~=byline-name], [class~=article-author], [class~=post-author], [class~=entry-author], [class~=vcard] [class~=fn]",
        "[class*=author-name i], [class*=author__name i], [class*=authorName i], [class*=byline i], [class*=autor i], [class*=article__author i], [id*=author i], [class*=author i]",
    ];

    public static IReadOnlyList<string> Find(IHtmlDocument document, MetaTags meta, JsonLdArticle declared)
    {
        var houses = new Houses(document, meta);
        var weak = Clean(declared.Organizations);
        if (Keep(Clean(declared.Authors), houses, weak) is { Count: > 0 } linked) return linked;
        var named = new[] { "author", "article:author", "parsely-author", "sailthru.author", "shareaholic:article_author_name", "dc.creator", "dcterms.creator", "byl", "citation_author", "twitter:data1", "creator" };
        foreach (var name in named)
        {
            if (name == "twitter:data1" && !IsAuthorLabel(meta.First("twitter:label1"))) continue;
            if (Keep(Clean(meta.All(name)), houses, weak) is { Count: > 0 } written) return written;
        }

        return Shown(document, houses, weak) is { Count: > 0 } shown ? shown : weak.Take(1).ToList();
    }

    // A house that signs for its writers counts where no writer is found.
    private static List<string> Keep(List<string> names, Houses houses, List<string> weak)
    {
        weak.AddRange(names.Where(houses.Contains));
        return names.Where(n => !houses.Contains(n)).ToList();
    }

    private static List<string> Shown(IHtmlDocument document, Houses houses, List<string> weak)
    {
        foreach (var selector in Selectors)
        {
            var elements = document.QuerySelectorAll(selector).Where(e => !PageRegions.IsAside(e)).Take(8).ToList();
            foreach (var element in elements)
            {
                var line = PlainText.Line(element.TextContent);
                if (line.Length < 160 && Keep(InLine(line), houses, weak) is { Count: > 0 } written) return written;
                if (Keep(Clean([element.GetAttribute("content") ?? element.QuerySelector("a, [class*=name i]")?.TextContent ?? line]), houses, weak) is { Count: > 0 } found) return found;
                if (Keep(Clean([FirstLine(element)]), houses, weak) is { Count: > 0 } first) return first;
            }
        }

        return InText(document);
    }

    // "Ann Example\nour woman in Geneva": the name stands first.
    private static string FirstLine(IElement element) => HtmlText.Of(element).Split('\n')[0];

    private static List<string> InText(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll("p, div, span, address, small, em, i, b, strong, td, li, h2, h3, h4, h5, h6").Where(e => e.ChildElementCount <= 4))
        {
            if (element.TextContent.Length > 400) continue;
            var text = PlainText.Line(element.TextContent);
            if (text.Length is > 5 and < 160 && InLine(text) is { Count: > 0 } found && !PageRegions.IsAside(element)) return found;
        }

        return [];
    }

    private static List<string> InLine(string text)
    {
        if (Byline().Match(text) is { Success: true } byline) return Clean([byline.Groups["name"].Value]);
        return DatedName().Match(text) is { Success: true } dated ? Clean([dated.Groups["name"].Value]) : [];
    }

    private static bool IsAuthorLabel(string? label) => label is not null && AuthorLabel().IsMatch(label);

    private static List<string> Clean(IEnumerable<string> texts) => Persons.Distinct(texts.SelectMany(Split).Select(Name)).Where(IsName).ToList();

    private static IEnumerable<string> Split(string text)
    {
        if (text.StartsWith("http", StringComparison.OrdinalIgnoreCase)) return [];
        var line = Lead().Replace(PlainText.Line(text), "");
        line = Tail().Replace(line, "");
        return Between().Split(line);
    }

    private static string Name(string text) => Persons.OfText(text).Trim(' ', ',', ';', ':', '-', '–', '|', '.', '•', '·', '/', '"', '»', '«');

    private static bool IsName(string name) =>
        name.Length is > 1 and <= LongestName && name.Count(c => c == ' ') <= 8 && !name.Contains("://", StringComparison.Ordinal) && !name.StartsWith('@') && name.Any(char.IsLetter) && !NoName().IsMatch(name) && name.Count(char.IsAsciiDigit) <= 2;

    [GeneratedRegex(@"^(?:(?:written|posted|published|reported|geschrieben|veröffentlicht|publié|ein (?:artikel|beitrag|gastbeitrag)|(?:article|text|story|words)\s*)?\s*(?:by|von|par|di|por|door|af|av|de)[:\s]+|(?:author|autor(?:in)?|auteur|autore|redaktion|text|verfasser|about the author|über (?:den|die) autor(?:in)?)\s*[:|]\s*|автор\s*:?\s*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\s*(?:[|•·/–—]|\s-\s|\bon\b\s+\w+ \d|\bam\b\s+\d|,?\s*\d{1,2}[./]\d{1,2}[./]\d{2,4}|,?\s*\d{4}-\d\d-\d\d|,?\s*\d{1,2}\.? \p{L}{3,10}\.? \d{4}|,?\s*\p{L}{3,10}\.? \d{1,2}, \d{4}|\(.*\)$|@\w+).*$")]
    private static partial Regex Tail();

    [GeneratedRegex(@"\s*(?:,(?!\s*(?:jr|sr|phd|ph\.d|md|dr)\b)|;|&|\b(?:and|und|et|y|e|og|och|with|mit)\b(?=\s+\p{Lu}))\s*", RegexOptions.CultureInvariant)]
    private static partial Regex Between();

    [GeneratedRegex(@"^(?:\W{0,3}(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or|(?:Ein|Eine) \p{L}+ von|Autor(?:in|en)?\s*:?|Text(?: (?:&|und) (?:Foto|Bild)e?r?s?)?\s*:|Redaktion\s*:|Written by|Posted by|Story by|Words by)\s+)(?<name>(?:(?:Dr|Prof)\.\s+)*\p{Lu}[\p{L}'’.-]+(?:\s+(?:von|van|de|der|den|di|da|al|und|and)\b)*(?:\s+\p{Lu}[\p{L}'’.-]*){1,5})(?=$|[\s,|•·(–-])", RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    // "25.11.2026 - Ann Example", "25.11.2026 | 13:10 | Ann Example", "Posted on November 25, 2026 by Ann Example"
    [GeneratedRegex(@"^(?:\p{L}+ (?:on|am)\s+)?(?:\p{L}+,?\s+)?(?:\d{1,2}\.\s?(?:\d{1,2}\.|\p{L}{3,10})\s?\d{4}|\p{L}{3,10} \d{1,2}, \d{4}|\d{4}-\d\d-\d\d)(?:[\s,|•·–-]+\d{1,2}[:.]\d\d(?:\s*(?:Uhr|h))?)?[\s,|•·–-]+(?:(?:by|von|Redaktion:|Text:)\s+)?(?<name>\p{Lu}[\p{L}'’.-]+(?:\s+\p{Lu}[\p{L}'’.-]+){0,3})(?=$|\s*[|•·(,–-])", RegexOptions.CultureInvariant)]
    private static partial Regex DatedName();

    [GeneratedRegex(@"author|written|autor|verfasst|geschrieben|auteur|écrit|escrito", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AuthorLabel();

    [GeneratedRegex(@"^(?:(?:posted|veröffentlicht|published|fotos?|bilder|bild|photos?|image|quelle|source|datum|date|kategorie|category)\b.*|admin(?:istrator)?|author|autor(?:in)?|editor|unknown|null|undefined|webmaster|staff|home|by|von|contact|kontakt|read more|mehr|facebook|twitter|comments?|kommentare?|posts?|about|über uns|follow.*|share.*|view all.*|all posts.*|alle beiträge.*|mehr von.*|more from.*)$|[{}<>=_]|\.(?:com|de|org|net)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoName();
}
