using System.Text.RegularExpressions;

using AngleSharp.Dom;
using AngleSharp.Html.Dom;

using NewsWatch.Ingestion.Feeds.Formats;
using NewsWatch.Ingestion.Text;
using NewsWatch.Ingestion.Text.Html;

namespace NewsWatch.Ingestion.Pages;

/// <summary>Who wrote a page: as declared, else as bylines show it.</summary>
internal static partial class PageAuthors
{
    private const int LongestName = 80;

    private const string Elsewhere =
        "aside, nav, :is([class*=comment i], [id*=comment i], [class*=related i], [class*=sidebar i], [class*=teaser i], [class*=recent i]):not(body, html, main, article, header)";

    private static readonly string[] Selectors =
    [
        "[itemprop~=author] [itemprop~=name]", "[itemprop~=author]", "[rel~=author]", "a[href*='/author/'], a[href*='/autor/'], a[href*='/authors/'], a[href*='/people/']",
        "[class~=author], [class~=byline], [class~=author-name], [class~=authorname], [class~=byline-name], [class~=article-author], [class~=post-author], [class~=entry-author], [class~=vcard] [class~=fn]",
        "[class*=author-name i], [class*=author__name i], [class*=authorName i], [class*=byline i], [class*=autor i], [class*=article__author i], [id*=author i], [class*=author i]",
    ];

    public static IReadOnlyList<string> Find(IHtmlDocument document, MetaTags meta, JsonLdArticle declared)
    {
        if (Clean(declared.Authors) is { Count: > 0 } linked) return linked;
        var named = new[] { "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "citation_author", "twitter:data1", "creator" };
        foreach (var name in named)
        {
            if (name == "twitter:data1" && !IsAuthorLabel(meta.First("twitter:label1"))) continue;
            if (Clean(meta.All(name)) is { Count: > 0 } written) return written;
        }

        return Shown(document) is { Count: > 0 } shown ? shown : Clean(declared.Organizations);
    }

    private static List<string> Shown(IHtmlDocument document)
    {
        foreach (var selector in Selectors)
        {
            var elements = document.QuerySelectorAll(selector).Where(e => !IsElsewhere(e)).Take(8).ToList();
            foreach (var element in elements)
            {
                if (Clean([element.GetAttribute("content") ?? element.QuerySelector("a, [class*=name i]")?.TextContent ?? element.TextContent]) is { Count: > 0 } found) return found;
                if (Clean([FirstLine(element)]) is { Count: > 0 } first) return first;
            }
        }

        return InText(document);
    }

    // "Ann Example\nour woman in Geneva": the name stands first.
    private static string FirstLine(IElement element) => HtmlText.Of(element).Split('\n')[0];

    private static List<string> InText(IHtmlDocument document)
    {
        foreach (var element in document.QuerySelectorAll("p, div, span, address, small, em, i, b, strong").Where(e => e.ChildElementCount <= 3))
        {
            var text = PlainText.Line(element.TextContent);
            if (text.Length is > 5 and < 100 && Byline().Match(text) is { Success: true } match && Clean([match.Groups["name"].Value]) is { Count: > 0 } found) return found;
        }

        return [];
    }

    private static bool IsElsewhere(IElement element) =>
        element.Closest(Elsewhere) is not null;

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

    [GeneratedRegex(@"^(?:[Bb]y|BY|[Vv]on|VON|[Pp]ar|[Pp]or)\s+(?<name>\p{Lu}[\p{L}'’.-]+(?:\s+(?:von|van|de|der|den|di|da|al)\b)*(?:\s+\p{Lu}[\p{L}'’.-]*){1,3})(?=$|[\s,|•·–-])", RegexOptions.CultureInvariant)]
    private static partial Regex Byline();

    [GeneratedRegex(@"author|written|autor|verfasst|geschrieben|auteur|écrit|escrito", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AuthorLabel();

    [GeneratedRegex(@"^(?:admin(?:istrator)?|author|autor(?:in)?|editor|redaktion|unknown|null|undefined|webmaster|staff|home|by|von|contact|kontakt|read more|mehr|facebook|twitter|comments?|kommentare?|posts?|about|über uns|follow.*|share.*|view all.*|all posts.*|alle beiträge.*|mehr von.*|more from.*)$|[{}<>=_]|\.(?:com|de|org|net)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoName();
}
