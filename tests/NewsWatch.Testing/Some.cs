using NewsWatch.Contracts;

namespace NewsWatch.Testing;

/// <summary>Named test data: only what a test says matters, the rest is plausible.</summary>
public static class Some
{
    /// <summary>The moment at which tests begin.</summary>
    public static DateTimeOffset Time { get; } = new(2026, 11, 25, 10, 42, 3, 120, TimeSpan.Zero);

    /// <summary>A trace.</summary>
    public const string TraceParent = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    /// <summary>An article whose id follows from its title.</summary>
    public static Article Article(string title = "Parliament agrees on sanctions", string body = "The new sanctions begin on Monday.", int revision = 1) => new()
    {
        Id = ArticleId.Derive(null, "TEST", title, title, body),
        Revision = revision,
        Title = title,
        Body = body,
        Source = "TEST",
        Lang = "en",
        Seen = Time,
        Revised = Time,
        Hash = DerivedId.From(title, "", body),
    };

    /// <summary>A batch of articles with these titles.</summary>
    public static ArticlesIngested Batch(params string[] titles) =>
        new() { Articles = [.. titles.Select(title => new IngestedArticle { Article = Article(title), TraceParent = TraceParent })] };

    /// <summary>An alert whose id follows from its title.</summary>
    public static AlertRaised Alert(string title = "Parliament agrees on sanctions", string topic = "sanctions", DateTimeOffset? raised = null)
    {
        var article = Article(title);
        return new AlertRaised
        {
            Id = AlertId.Derive("w", article.Id, article.Revision),
            Topic = topic,
            Raised = raised ?? Time,
            Watch = new AlertWatch { Id = "w", Name = "Sanctions", Version = 1, Query = "sanctions" },
            Article = AlertArticle.From(article),
            Matches = [new AlertMatch { Field = "body", Start = 8, Length = 9, Text = "sanctions", Sentence = article.Body, SentenceStart = 0 }],
            TraceParent = TraceParent,
        };
    }

    /// <summary>A watch.</summary>
    public static Watch Watch(string id = "w", string query = "sanctions", string topic = "sanctions", int version = 1) =>
        new() { Id = id, Name = id, Query = query, Topic = topic, Version = version, Created = Time, Updated = Time };
}
