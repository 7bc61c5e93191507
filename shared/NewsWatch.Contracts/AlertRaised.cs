namespace NewsWatch.Contracts;

/// <summary>A watch held for an article revision. Its JSON is what every subscriber reads: AMQP body, server-sent event, API item, webhook payload.</summary>
public sealed record AlertRaised
{
    /// <summary>The only value of <see cref="Schema"/> so far.</summary>
    public const string SchemaName = "newswatch.alert/1";

    /// <summary>Names the shape.</summary>
    public string Schema { get; init; } = SchemaName;

    /// <summary>See <see cref="AlertId"/>.</summary>
    public required string Id { get; init; }

    /// <summary>See <see cref="Contracts.Topic"/>.</summary>
    public required string Topic { get; init; }

    /// <summary>When the Watcher raised it.</summary>
    public required DateTimeOffset Raised { get; init; }

    /// <summary>The watch that held.</summary>
    public required AlertWatch Watch { get; init; }

    /// <summary>The article revision it held for, without the body.</summary>
    public required AlertArticle Article { get; init; }

    /// <summary>What made it hold, in order of field and position.</summary>
    public required IReadOnlyList<AlertMatch> Matches { get; init; }

    /// <summary>Id of the trace that leads from the article's arrival to this alert: 32 hex digits; absent where there is none.</summary>
    public string? TraceId { get; init; }

    /// <summary>W3C trace context of the article; travels in headers, never in the JSON.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? TraceParent { get; init; }

    /// <summary>W3C trace state of the article; travels in headers, never in the JSON.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string? TraceState { get; init; }
}

/// <summary>The watch as it was when it held.</summary>
public sealed record AlertWatch
{
    /// <summary>The watch's id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its version.</summary>
    public required int Version { get; init; }

    /// <summary>Its query.</summary>
    public required string Query { get; init; }
}

/// <summary>An article without its body.</summary>
public sealed record AlertArticle
{
    /// <inheritdoc cref="Article.Id"/>
    public required string Id { get; init; }

    /// <inheritdoc cref="Article.Revision"/>
    public required int Revision { get; init; }

    /// <inheritdoc cref="Article.Url"/>
    public string? Url { get; init; }

    /// <inheritdoc cref="Article.Title"/>
    public required string Title { get; init; }

    /// <inheritdoc cref="Article.Summary"/>
    public string Summary { get; init; } = "";

    /// <inheritdoc cref="Article.Source"/>
    public string? Source { get; init; }

    /// <inheritdoc cref="Article.Domain"/>
    public string? Domain { get; init; }

    /// <inheritdoc cref="Article.Author"/>
    public IReadOnlyList<string> Author { get; init; } = [];

    /// <inheritdoc cref="Article.Tag"/>
    public IReadOnlyList<string> Tag { get; init; } = [];

    /// <inheritdoc cref="Article.Lang"/>
    public string Lang { get; init; } = "und";

    /// <inheritdoc cref="Article.Published"/>
    public DateTimeOffset? Published { get; init; }

    /// <inheritdoc cref="Article.Seen"/>
    public required DateTimeOffset Seen { get; init; }

    /// <summary>The article as an alert carries it.</summary>
    public static AlertArticle From(Article article) => new()
    {
        Id = article.Id,
        Revision = article.Revision,
        Url = article.Url,
        Title = article.Title,
        Summary = article.Summary,
        Source = article.Source,
        Domain = article.Domain,
        Author = article.Author,
        Tag = article.Tag,
        Lang = article.Lang,
        Published = article.Published,
        Seen = article.Seen,
    };
}

/// <summary>One place where the watch held. Offsets count UTF-16 units in the field's text.</summary>
public sealed record AlertMatch
{
    /// <summary><c>title</c>, <c>summary</c>, <c>body</c> or another field of the vocabulary.</summary>
    public required string Field { get; init; }

    /// <summary>Where the match starts.</summary>
    public required int Start { get; init; }

    /// <summary>How long it is.</summary>
    public required int Length { get; init; }

    /// <summary>The matched text as it stands in the article.</summary>
    public required string Text { get; init; }

    /// <summary>The sentence around it.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where that sentence starts.</summary>
    public required int SentenceStart { get; init; }
}
