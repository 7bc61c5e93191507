using NewsWatch.Gateway.Articles;
using NewsWatch.Gateway.Console.Parts;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Gateway.Kibana;
using NewsWatch.Gateway.Queries;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Gateway.Console.Search;

/// <summary><c>/search</c>: the archive.</summary>
internal static class SearchPage
{
    private const int PageSize = 20;
    private const int Outlets = 8;
    private const int ChartDays = 30;
    private const int MostChartDays = 366;

    public static void MapSearch(this IEndpointRouteBuilder pages)
    {
        pages.MapGet("/search", ShowAsync);
        pages.MapGet("/query/check", CheckAsync);
    }

    private static async Task<IResult> CheckAsync(string? q, QueryReader queries, CancellationToken cancellationToken) => string.IsNullOrWhiteSpace(q)
        ? Results.NoContent()
        : ConsolePage.Show<QueryMeaningView, QueryMeaningModel>(new QueryMeaningModel(q, QueryCheck.Of(q, await queries.FragmentsForAsync(q, cancellationToken))));

    private static async Task<IResult> ShowAsync([AsParameters] SearchParameters asked, QueryReader queries, IArticleSearch archive, KibanaLinks kibana, TimeProvider clock, CancellationToken cancellationToken)
    {
        var model = new SearchModel(asked) { Check = string.IsNullOrWhiteSpace(asked.Q) ? null : QueryCheck.Of(asked.Q, await queries.FragmentsForAsync(asked.Q, cancellationToken)) };
        if (model.Check?.Error is not null) return ConsolePage.Show<SearchView, SearchModel>(model, StatusCodes.Status400BadRequest);
        ArticleQuery query;
        try
        {
            query = (await asked.ToQueryAsync(queries, cancellationToken)) with { Limit = PageSize };
        }
        catch (FormatException e)
        {
            return ConsolePage.Show<SearchView, SearchModel>(model with { Problem = e.Message }, StatusCodes.Status400BadRequest);
        }

        // All at once: each of them goes over everything that is found.
        var found = archive.SearchAsync(query, cancellationToken);
        var outlets = query.After is null && query.Source is null ? archive.CountByAsync(query, ArticleMember.Source, Outlets, cancellationToken) : null;
        var days = query.After is null ? DaysAsync(query, archive, clock, cancellationToken) : null;
        await Task.WhenAll(new Task?[] { found, outlets, days }.OfType<Task>());
        var page = await found;
        return ConsolePage.Show<SearchView, SearchModel>(model with
        {
            Total = page.Total,
            Lines = [.. page.Items.Select(item => ResultLine.Of(SearchItem.From(item)))],
            Next = page.Next,
            Kibana = kibana.Search(query),
            Outlets = outlets is not null && page.Total > 1 ? await outlets : [],
            Days = days is not null && page.Total > 0 ? await days : [],
        });
    }

    private static async Task<IReadOnlyList<DayBar>> DaysAsync(ArticleQuery query, IArticleSearch archive, TimeProvider clock, CancellationToken cancellationToken)
    {
        var end = query.To is not { } to ? clock.GetUtcNow()
            // No article is older, and a field for a day passes through the year 1 while somebody types.
            : to <= DateTimeOffset.UnixEpoch ? DateTimeOffset.UnixEpoch
            : to.AddTicks(-1);
        var last = DateOnly.FromDateTime(end.UtcDateTime);
        var first = query.From is { } from ? DateOnly.FromDateTime(from.UtcDateTime) : last.AddDays(1 - ChartDays);
        if (last.DayNumber - first.DayNumber >= MostChartDays) first = last.AddDays(1 - MostChartDays);
        var counted = query with { From = new DateTimeOffset(first, TimeOnly.MinValue, TimeSpan.Zero) };
        return DayBar.Fill(first, last, (await archive.CountPerDayAsync(counted, cancellationToken)).ToDictionary(c => c.Day, c => c.Count));
    }
}

public sealed record QueryMeaningModel(string Query, QueryCheck Check);

/// <summary>What was asked for, and what was found.</summary>
public sealed record SearchModel
{
    internal SearchModel(SearchParameters asked) =>
        (Query, Source, Lang, Topic, From, To, Sort, After) = (asked.Q ?? "", asked.Source ?? "", asked.Lang ?? "", asked.Topic ?? "", asked.From ?? "", asked.To ?? "", asked.Sort ?? "", asked.After ?? "");

    public string Query { get; }

    public string Source { get; }

    public string Lang { get; }

    public string Topic { get; }

    public string From { get; }

    public string To { get; }

    public string Sort { get; }

    public string After { get; }

    /// <summary>What reading the query says; <see langword="null"/> where there is none.</summary>
    public QueryCheck? Check { get; init; }

    /// <summary>What is wrong with something else that was asked for.</summary>
    public string? Problem { get; init; }

    public long Total { get; init; }

    public IReadOnlyList<ResultLine> Lines { get; init; } = [];

    public string? Next { get; init; }

    public IReadOnlyList<DayBar> Days { get; init; } = [];

    /// <summary>The same search in Kibana, where there is one.</summary>
    public KibanaSearch? Kibana { get; init; }

    /// <summary>The outlets that most of it comes from.</summary>
    public IReadOnlyList<ValueCount> Outlets { get; init; } = [];

    public bool IsReadable => Problem is null && Check?.Error is null;

    public bool IsFiltered => Source.Length + Lang.Length + Topic.Length + From.Length + To.Length > 0;

    /// <summary>The address of this search, going on behind <paramref name="after"/>.</summary>
    public string Address(string? after = null, string? query = null, string? source = null) =>
        Links.With("/search", ("q", query ?? Query), ("source", source ?? Source), ("lang", Lang), ("topic", Topic), ("from", From), ("to", To), ("sort", Sort), ("after", after));

    /// <summary>The query of a watch that finds the same: the filters are part of it.</summary>
    public string AsWatch
    {
        get
        {
            var filters = new List<string>();
            if (Source.Length > 0) filters.Add($"source:\"{Source.Replace("\"", "", StringComparison.Ordinal)}\"");
            if (Lang.Length > 0) filters.Add($"lang:{Lang}");
            return filters.Count == 0 ? Query : Query.Length == 0 ? string.Join(" AND ", filters) : $"({Query}) AND {string.Join(" AND ", filters)}";
        }
    }
}
