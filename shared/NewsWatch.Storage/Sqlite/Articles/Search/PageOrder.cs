using System.Globalization;
using Microsoft.Data.Sqlite;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Articles.Search;

/// <summary>An order of candidates: how SQL sorts by it, and how it goes on behind a cursor.</summary>
/// <param name="Sort">What the candidates' value is.</param>
internal sealed record PageOrder(ArticleSort Sort)
{
    /// <summary>The order of a search.</summary>
    public static PageOrder Of(ArticleSort sort, ArticleSelection selection) =>
        new(sort == ArticleSort.Relevance && !selection.Ranked ? ArticleSort.Seen : sort);

    /// <summary>The clause; newest first within equal values. bm25 is the smaller the better.</summary>
    public string Sql => Sort switch
    {
        ArticleSort.Published => "value DESC, num DESC",
        ArticleSort.Relevance => "value, num DESC",
        _ => "num DESC",
    };

    /// <summary>Adds what comes behind <paramref name="cursor"/>.</summary>
    public void AddAfter(ArticleCursor cursor, SqliteConditions where)
    {
        if (Sort == ArticleSort.Relevance) where.Add("(value > $ OR (value = $ AND num < $))", cursor.Score, cursor.Score, cursor.TieNumber);
        else if (Sort == ArticleSort.Seen) where.Add("num < $", cursor.TieNumber);
        else if (cursor.Value.Length == 0) where.Add("value IS NULL AND num < $", cursor.TieNumber);
        else where.Add("(value < $ OR value IS NULL OR (value = $ AND num < $))", cursor.Number, cursor.Number, cursor.TieNumber);
    }

    /// <summary>Whether a candidate comes behind <paramref name="cursor"/>.</summary>
    public bool IsBehind(ArticleHit hit, ArticleCursor cursor)
    {
        var byValue = Sort switch
        {
            ArticleSort.Relevance => hit.Cursor.Score.CompareTo(cursor.Score),
            ArticleSort.Published => Published(cursor).CompareTo(Published(hit.Cursor)),
            _ => 0,
        };
        return byValue > 0 || (byValue == 0 && hit.Num < cursor.TieNumber);
    }

    /// <summary>A candidate from a row of number and value.</summary>
    public ArticleHit Read(SqliteDataReader row)
    {
        var num = row.GetInt64(0);
        var value = Sort switch
        {
            ArticleSort.Relevance => row.GetDouble(1).ToString("R", CultureInfo.InvariantCulture),
            ArticleSort.Published when row.IsDBNull(1) => "",
            ArticleSort.Published => row.GetInt64(1).ToString(CultureInfo.InvariantCulture),
            _ => "",
        };
        return new ArticleHit(num, new ArticleCursor(value, num.ToString(CultureInfo.InvariantCulture)));
    }

    // Without a date is last of all.
    private static long Published(ArticleCursor cursor) => cursor.Value.Length == 0 ? long.MinValue : cursor.Number;
}

/// <summary>An article that is found, and the cursor that goes on behind it.</summary>
internal readonly record struct ArticleHit(long Num, ArticleCursor Cursor);
