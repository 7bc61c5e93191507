using NewsWatch.Contracts;
using NewsWatch.Matching.Language;

namespace NewsWatch.Storage.Articles;

/// <summary>Reads the archive.</summary>
public interface IArticleSearch
{
    /// <summary>Finds articles; an absent query finds all.</summary>
    /// <exception cref="InvalidCursorException"><see cref="ArticleQuery.After"/> was not made by this search.</exception>
    /// <exception cref="CursorExpiredException">The page before was read too long ago for an order by relevance to go on from it.</exception>
    /// <exception cref="TooManyAlertedArticlesException">A topic has had alerts on more articles of that time than a search can be narrowed to.</exception>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task<ArticlePage> SearchAsync(ArticleQuery query, CancellationToken cancellationToken = default);

    /// <summary>One article: the latest revision, or the given one; <see langword="null"/> when there is none.</summary>
    Task<Article?> GetAsync(string id, int? revision = null, CancellationToken cancellationToken = default);

    /// <summary>How many articles each day (UTC, by <c>seen</c>) holds that the query finds; days without any are absent.</summary>
    Task<IReadOnlyList<DayCount>> CountPerDayAsync(ArticleQuery query, CancellationToken cancellationToken = default);

    /// <summary>How many articles that the query finds have each value of a member; most first, equal counts by value. Articles without a value are left out.</summary>
    /// <param name="query">Sort, limit and cursor of it do not matter.</param>
    /// <param name="by">The member.</param>
    /// <param name="limit">Most values, 1 to 1,000.</param>
    /// <param name="cancellationToken">Stops the search.</param>
    /// <exception cref="StoreUnavailableException">The store is away.</exception>
    Task<IReadOnlyList<ValueCount>> CountByAsync(ArticleQuery query, ArticleMember by, int limit = 50, CancellationToken cancellationToken = default);
}

/// <summary>What to find and how to show it.</summary>
public sealed record ArticleQuery
{
    /// <summary>In the watch language; <see langword="null"/> finds everything.</summary>
    public WatchQuery? Query { get; init; }

    /// <summary>Outlet, compared as a person would: case and accents do not matter.</summary>
    public string? Source { get; init; }

    /// <summary>ISO 639-1.</summary>
    public string? Lang { get; init; }

    /// <summary>Only articles that there is an alert about, on a topic that matches; <see langword="null"/> for all articles.</summary>
    public TopicPattern? Topic { get; init; }

    /// <summary>Seen at or after.</summary>
    public DateTimeOffset? From { get; init; }

    /// <summary>Seen before.</summary>
    public DateTimeOffset? To { get; init; }

    /// <summary>Newest first by <c>seen</c> unless told otherwise.</summary>
    public ArticleSort Sort { get; init; } = ArticleSort.Seen;

    /// <summary>Page size, 0 to 1,000; 0 only counts.</summary>
    public int Limit { get; init; } = 50;

    /// <summary>Where the page before ended: its <see cref="ArticlePage.Next"/>.</summary>
    public string? After { get; init; }
}

/// <summary>How a search sorts; the id breaks ties, so paging is stable.</summary>
public enum ArticleSort
{
    /// <summary>First seen, newest first.</summary>
    Seen,

    /// <summary>Published, newest first; articles without a date last.</summary>
    Published,

    /// <summary>Best first (BM25).</summary>
    Relevance,
}

/// <summary>A page of a search.</summary>
/// <param name="Total">How many articles the query finds in all.</param>
/// <param name="Items">The page; bodies are empty, the places found are in the highlights.</param>
/// <param name="Next">Where the next page starts, or <see langword="null"/> at the end.</param>
public sealed record ArticlePage(long Total, IReadOnlyList<FoundArticle> Items, string? Next);

/// <summary>An article that a search found.</summary>
/// <param name="Article">The article; its body is empty.</param>
/// <param name="Highlights">Where the query holds.</param>
public sealed record FoundArticle(Article Article, IReadOnlyList<Highlight> Highlights);

/// <summary>A passage of a field with the places that the query found in it.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Text">The whole title, or a passage of summary or body.</param>
/// <param name="Spans">Pairs of start and length in <paramref name="Text"/>, UTF-16 units.</param>
/// <param name="Offset">Where <paramref name="Text"/> starts in the field.</param>
public sealed record Highlight(string Field, string Text, IReadOnlyList<int[]> Spans, int Offset);

/// <summary>A day and how many articles it holds.</summary>
/// <param name="Day">UTC day.</param>
/// <param name="Count">Articles first seen on it.</param>
public readonly record struct DayCount(DateOnly Day, long Count);

/// <summary>A member of an article that a search can be counted by.</summary>
public enum ArticleMember
{
    /// <summary>The outlet's name, as written.</summary>
    Source,

    /// <summary>The site's domain.</summary>
    Domain,

    /// <summary>The language.</summary>
    Lang,
}

/// <summary>A value and how many articles have it.</summary>
/// <param name="Value">The value.</param>
/// <param name="Count">Articles.</param>
public readonly record struct ValueCount(string Value, long Count);
