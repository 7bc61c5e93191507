using NewsWatch.Contracts;
using NewsWatch.Storage.Articles;
using NewsWatch.Storage.Sqlite.Alerts;
using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Articles.Search;

/// <summary>A search's candidates as SQL, and the matcher where they are not yet the answer.</summary>
internal sealed class ArticleSelection
{
    // Columns in the schema's order: a hit in the title counts double; filters count nothing.
    private const string Score = "bm25(words, 2.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 1.0, 1.0)";
    private readonly FtsBound _bound;
    private readonly ArticleQuery _query;

    public ArticleSelection(ArticleQuery query)
    {
        _query = query;
        var bounds = new List<FtsBound>();
        if (query.Query is not null) bounds.Add(FtsQueryCompiler.Compile(query.Query.Root));
        if (query.Source is not null) bounds.Add(FtsBound.Exactly("outlet : " + FtsSyntax.Phrase([OutletKey.Of(query.Source)])));
        if (query.Lang is not null) bounds.Add(FtsBound.Exactly("lang : " + FtsSyntax.Phrase([ArticleWords.Whole(query.Lang)])));
        _bound = bounds.Count == 0 ? new FtsBound(null, false, true) : FtsBound.All(bounds);
        Matcher = query.Query is null ? null : QueryMatcher.Of(query.Query);
    }

    /// <summary>The query's matcher, or <see langword="null"/> where everything is found.</summary>
    public QueryMatcher? Matcher { get; }

    /// <summary>Whether every candidate is found.</summary>
    public bool Exact => _bound.Exact;

    /// <summary>Whether an order by relevance means anything: where nothing is looked for, everything is equally relevant.</summary>
    public bool Ranked => _bound is { Expression: not null, Complement: false };

    private bool ByWords => Ranked;

    /// <summary>Number and sort value of the candidates, in no order.</summary>
    public (string Sql, SqliteConditions Where) Candidates(SqliteSession session, ArticleSort sort) =>
        ($"SELECT {Num} AS num, {Value(sort)} AS value FROM {Tables(needsArticle: sort == ArticleSort.Published)}", Where(session));

    /// <summary>A column of the candidates as <c>member</c>, in no order.</summary>
    public (string Sql, SqliteConditions Where) Members(SqliteSession session, string column) =>
        ($"SELECT {column} AS member FROM {Tables(needsArticle: true)}", Where(session));

    private string Num => ByWords ? "words.rowid" : "article.num";

    private SqliteConditions Where(SqliteSession session)
    {
        var where = new SqliteConditions();
        var num = Num;
        if (ByWords) where.Add("words MATCH $", _bound.Expression);
        if (_bound.Complement) where.Add("article.num NOT IN (SELECT rowid FROM words WHERE words MATCH $)", _bound.Expression);
        if (_query.Topic is not null) AddAlerted(session, _query.Topic, num, where);
        if (_query.From is { } from) where.Add($"{num} >= $", ArticleNumber.First(from));
        if (_query.To is { } to) where.Add($"{num} < $", ArticleNumber.First(to));
        return where;
    }

    private static void AddAlerted(SqliteSession session, TopicPattern topic, string num, SqliteConditions where)
    {
        var alerted = $"{num} IN (SELECT a.num FROM alert l JOIN article a ON a.id = l.article";
        if (Topics.Matching(session, topic) is { } topics) where.Add(alerted + " WHERE l.topic IN (SELECT value FROM json_each($)))", topics);
        else where.Add(alerted + ")");
    }

    private string Tables(bool needsArticle) => (ByWords, needsArticle) switch
    {
        (true, true) => "words JOIN article ON article.num = words.rowid",
        (true, false) => "words",
        _ => "article",
    };

    private string Value(ArticleSort sort) => sort switch
    {
        ArticleSort.Published => "article.published",
        ArticleSort.Relevance when ByWords => Score,
        _ => "0",
    };
}
