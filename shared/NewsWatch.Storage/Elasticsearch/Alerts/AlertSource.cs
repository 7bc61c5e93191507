using NewsWatch.Contracts;

namespace NewsWatch.Storage.Elasticsearch.Alerts;

/// <summary>An alert as a document: flat, so that its article's outlet, language and text can be searched and charted like an article's own.</summary>
internal sealed record AlertSource
{
    public required string Schema { get; init; }

    public required string Id { get; init; }

    public required string Topic { get; init; }

    public required DateTimeOffset Raised { get; init; }

    public required AlertWatch Watch { get; init; }

    public required string Article { get; init; }

    public required int Revision { get; init; }

    public string? Url { get; init; }

    public required string Title { get; init; }

    public string Summary { get; init; } = "";

    public string? Source { get; init; }

    public string? Domain { get; init; }

    public IReadOnlyList<string> Author { get; init; } = [];

    public IReadOnlyList<string> Tag { get; init; } = [];

    public string Lang { get; init; } = "und";

    public DateTimeOffset? Published { get; init; }

    public required DateTimeOffset Seen { get; init; }

    /// <summary>The different texts that matched.</summary>
    public IReadOnlyList<string> Phrase { get; init; } = [];

    /// <summary>The different sentences around them.</summary>
    public IReadOnlyList<string> Sentence { get; init; } = [];

    public required IReadOnlyList<AlertMatch> Matches { get; init; }

    public string? TraceId { get; init; }

    public static AlertSource Of(AlertRaised alert) => new()
    {
        Schema = alert.Schema,
        Id = alert.Id,
        Topic = alert.Topic,
        Raised = alert.Raised,
        Watch = alert.Watch,
        Article = alert.Article.Id,
        Revision = alert.Article.Revision,
        Url = alert.Article.Url,
        Title = alert.Article.Title,
        Summary = alert.Article.Summary,
        Source = alert.Article.Source,
        Domain = alert.Article.Domain,
        Author = alert.Article.Author,
        Tag = alert.Article.Tag,
        Lang = alert.Article.Lang,
        Published = alert.Article.Published,
        Seen = alert.Article.Seen,
        Phrase = [.. alert.Matches.Select(m => m.Text).Distinct()],
        Sentence = [.. alert.Matches.Select(m => m.Sentence).Distinct()],
        Matches = alert.Matches,
        TraceId = alert.TraceId,
    };

    public AlertRaised ToAlert() => new()
    {
        Schema = Schema,
        Id = Id,
        Topic = Topic,
        Raised = Raised,
        Watch = Watch,
        Article = ToArticle(),
        Matches = Matches,
        TraceId = TraceId,
    };

    private AlertArticle ToArticle() => new()
    {
        Id = Article,
        Revision = Revision,
        Url = Url,
        Title = Title,
        Summary = Summary,
        Source = Source,
        Domain = Domain,
        Author = Author,
        Tag = Tag,
        Lang = Lang,
        Published = Published,
        Seen = Seen,
    };
}
