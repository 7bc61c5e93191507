using System.Text.Json;
using System.Text.Json.Nodes;
using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage.Elasticsearch.Articles.Search;

/// <summary>Between the ports' cursor and the server's <c>search_after</c>.</summary>
internal static class PageCursor
{
    /// <summary>The cursor of a hit: its sort value as the server prints it, and its id.</summary>
    public static ArticleCursor Of(JsonElement hit)
    {
        var sort = hit.GetProperty("sort");
        return new ArticleCursor(sort[0].GetRawText(), sort[1].GetString()!);
    }

    /// <summary>Whether a hit comes behind a cursor: values fall, and so do the ids of equal values.</summary>
    public static bool IsBehind(ArticleCursor hit, ArticleCursor cursor, ArticleSort sort)
    {
        var byValue = sort == ArticleSort.Relevance ? cursor.Score.CompareTo(hit.Score) : cursor.Number.CompareTo(hit.Number);
        return byValue > 0 || (byValue == 0 && string.CompareOrdinal(hit.Tie, cursor.Tie) < 0);
    }

    /// <exception cref="InvalidCursorException">The cursor is none of such a search.</exception>
    public static JsonArray ToSearchAfter(ArticleCursor cursor, ArticleQuery query)
    {
        if (!DerivedId.IsWellFormed(cursor.Tie)) throw ArticleCursor.Problem(query.After!);
        return query.Sort == ArticleSort.Relevance && query.Query is not null ? [cursor.Score, cursor.Tie] : [cursor.Number, cursor.Tie];
    }
}
