using Microsoft.Data.Sqlite;
using NewsWatch.Contracts;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>An article as a row.</summary>
internal static class ArticleRow
{
    /// <summary>The columns that <see cref="Read"/> expects, in its order.</summary>
    public const string Columns = "id, revision, hash, seen, revised, published, lang, source, domain, url, author, tag, title, summary, body";

    /// <summary>Adds a row, unless its id or its number is taken.</summary>
    public const string Add = $"INSERT OR IGNORE INTO article({Columns}, num) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15,$16)";

    /// <summary>Changes the row with the number.</summary>
    public const string Change = $"UPDATE article SET ({Columns}) = ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13,$14,$15) WHERE num = $16";

    /// <summary>Where <see cref="Values"/> has the number.</summary>
    public const int Number = 15;

    public static object?[] Values(Article article, long num) =>
    [
        article.Id, article.Revision, article.Hash, article.Seen.ToUnixTimeMilliseconds(), article.Revised.ToUnixTimeMilliseconds(), SqliteValues.Milliseconds(article.Published),
        article.Lang, article.Source, article.Domain, article.Url, List(article.Author), List(article.Tag), article.Title, article.Summary, article.Body, num,
    ];

    public static Article Read(SqliteDataReader row) => new()
    {
        Id = row.GetString(0),
        Revision = row.GetInt32(1),
        Hash = row.GetString(2),
        Seen = row.Time(3),
        Revised = row.Time(4),
        Published = row.TimeOrNull(5),
        Lang = row.GetString(6),
        Source = row.TextOrNull(7),
        Domain = row.TextOrNull(8),
        Url = row.TextOrNull(9),
        Author = List(row.GetString(10)),
        Tag = List(row.GetString(11)),
        Title = row.GetString(12),
        Summary = row.GetString(13),
        Body = row.GetString(14),
    };

    private static string List(IReadOnlyList<string> names) => names.Count == 0 ? "[]" : SqliteValues.Json(names);

    private static string[] List(string json) => json == "[]" ? [] : SqliteValues.FromJson<string[]>(json);
}
