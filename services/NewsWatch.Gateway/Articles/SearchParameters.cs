using System.ComponentModel;
using Microsoft.AspNetCore.Mvc;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Gateway.Articles;

/// <summary>The query string of a search, read strictly: what cannot be understood is refused, not ignored.</summary>
internal sealed record SearchParameters(
    [property: FromQuery(Name = "q"), Description("Watch language; empty finds everything")] string? Q,
    [property: FromQuery(Name = "source"), Description("Outlet")] string? Source,
    [property: FromQuery(Name = "lang"), Description("ISO 639-1")] string? Lang,
    [property: FromQuery(Name = "topic"), Description("Only articles with an alert on such a topic; AMQP patterns such as sanctions.#")] string? Topic,
    [property: FromQuery(Name = "from"), Description("Seen at or after: a day or a time, RFC 3339")] string? From,
    [property: FromQuery(Name = "to"), Description("Seen before: a day or a time, RFC 3339")] string? To,
    [property: FromQuery(Name = "sort"), Description("seen, published or relevance")] string? Sort,
    [property: FromQuery(Name = "limit"), Description("0 to 1,000; default 50")] int? Limit,
    [property: FromQuery(Name = "after"), Description("The 'next' of the page before")] string? After)
{
    /// <exception cref="FormatException">Something cannot be understood; the message names it.</exception>
    public async Task<ArticleQuery> ToQueryAsync(QueryReader queries, CancellationToken cancellationToken) => new()
    {
        Query = string.IsNullOrWhiteSpace(Q) ? null : await queries.ReadAsync(Q, cancellationToken),
        Source = Empty(Source),
        Lang = Empty(Lang),
        Topic = Empty(Topic) is { } topic ? TopicPattern.Parse(topic) : null,
        From = QueryTime.Read("from", From),
        To = QueryTime.Read("to", To),
        Sort = ReadSort(Sort),
        Limit = QueryLimit.Read(Limit, lowest: 0),
        After = Empty(After),
    };

    private static string? Empty(string? text) =>
        string.IsNullOrWhiteSpace(text) ? null
        : text.Contains('\0', StringComparison.Ordinal) ? throw new FormatException("A parameter has a NUL character (%00) in it, which no article has.")
        : text.Trim();

    private static ArticleSort ReadSort(string? sort) => Empty(sort)?.ToLowerInvariant() switch
    {
        null or "seen" => ArticleSort.Seen,
        "published" => ArticleSort.Published,
        "relevance" => ArticleSort.Relevance,
        _ => throw new FormatException($"'sort' is seen, published or relevance, not '{sort}'."),
    };
}

/// <summary>Times in a query string.</summary>
internal static class QueryTime
{
    public static DateTimeOffset? Read(string name, string? text)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        return Rfc3339.TryRead(text, out var time)
            ? time
            : throw new FormatException($"'{name}' must be a day such as 2026-11-25 or a time such as 2026-11-25T10:42:00Z, not '{text}'.");
    }
}

/// <summary>Page sizes in a query string.</summary>
internal static class QueryLimit
{
    public static int Read(int? limit, int lowest, int highest = 1_000, int otherwise = 50) => limit switch
    {
        null => otherwise,
        { } value when value >= lowest && value <= highest => value,
        { } value => throw new FormatException($"'limit' is {lowest} to {highest}, not {value}."),
    };
}
