using NewsWatch.Contracts;
using NewsWatch.Gateway.Articles;
using NewsWatch.Gateway.Console.Parts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Insights;

namespace NewsWatch.Gateway.Console.Articles;

/// <summary><c>/articles/{id}/similar</c>: articles about the same. A page of its own, since finding them takes longer than showing one.</summary>
internal static class SimilarPage
{
    private const int Most = 20;

    public static void MapSimilar(this IEndpointRouteBuilder pages) => pages.MapGet("/articles/{id}/similar", ShowAsync);

    private static async Task<IResult> ShowAsync(string id, IArticleSearch archive, IArticleInsights insights, CancellationToken cancellationToken)
    {
        if (!DerivedId.IsWellFormed(id) || await archive.GetAsync(id, null, cancellationToken) is not { } article) return ArticlePage.NotFound($"No article '{id}' is in the archive.", "It may have been removed because of its age, or the address was cut short.");
        var similar = await insights.SimilarAsync(id, Most, cancellationToken) ?? [];
        return ConsolePage.Show<SimilarView, SimilarModel>(new SimilarModel(article, [.. similar.Select(s => ResultLine.Of(SearchItem.From(new FoundArticle(s.Article, []))))]));
    }
}

/// <param name="Article">The article that the others are like.</param>
/// <param name="Lines">The others, most alike first.</param>
public sealed record SimilarModel(Article Article, IReadOnlyList<ResultLine> Lines);
