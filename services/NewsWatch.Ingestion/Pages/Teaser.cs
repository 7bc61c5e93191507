using System.Text.RegularExpressions;
using NewsWatch.Contracts;
using NewsWatch.Ingestion.Articles;

namespace NewsWatch.Ingestion.Pages;

/// <summary>Tells whether a feed gives the article or only the beginning of it.</summary>
internal static partial class Teaser
{
    /// <summary>The shortest text that is taken for a whole article; feeds that cut do so well below.</summary>
    private const int WholeArticle = 600;

    /// <summary>A summary that stands in both places is long in some feeds.</summary>
    private const int LongSummary = 2_000;

    /// <summary>Where a text is cut is seen at its end.</summary>
    private const int LongestEnding = 100;

    public static bool WantsPage(ArticleDraft draft, PageFetching mode) =>
        draft.Url is not null && mode switch
        {
            PageFetching.On => true,
            PageFetching.Off => false,
            _ => IsTeaser(draft.Title, draft.Summary, draft.Body),
        };

    /// <summary>Without title and text there is nothing to publish before the page is there.</summary>
    public static bool IsBare(ArticleDraft draft) => string.IsNullOrWhiteSpace(draft.Title) && string.IsNullOrWhiteSpace(draft.Body);

    public static bool IsTeaser(string? title, string? summary, string? body)
    {
        // Many feeds give the whole article as what they call its description.
        var given = body?.Trim() is { Length: > 0 } whole ? whole : summary?.Trim() ?? "";
        if (given.Length < WholeArticle) return true;
        if (given.Length < LongSummary && (given == title?.Trim() || (!string.IsNullOrWhiteSpace(body) && given == summary?.Trim()))) return true;
        return CutOff().IsMatch(given.AsSpan(Math.Max(0, given.Length - LongestEnding)));
    }

    // What feeds put where they cut: an ellipsis, perhaps in brackets, perhaps behind a link that leads on.
    [GeneratedRegex(@"(?:…|\.\.\.|\[(?:…|\.\.\.|&hellip;)\]|\b(?:read|continue|keep|learn)\s+(?:more|reading|the\s+(?:full|rest|whole)[\w\s]{0,20})|\bfull\s+(?:story|article|text)|\bweiterlesen|\bmehr\s+lesen|\blire\s+(?:la\s+suite|plus)|\bleer\s+m[aá]s|\bseguir\s+leyendo|\bleia\s+mais|\bcontinua\s+a\s+leggere|\blees\s+(?:meer|verder)|\bl[äæ]s\s+m[eé]?r|\bчитать\s+(?:далее|полностью)|続きを読む|阅读(?:更多|全文))[\s\]\)»›→>.…]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CutOff();
}
