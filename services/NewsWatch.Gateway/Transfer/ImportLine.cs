using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Queries;
using NewsWatch.Gateway.Watches;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Gateway.Transfer;

/// <summary>A line of an export: one of its members is there.</summary>
public sealed record ImportLine
{
    /// <summary>What must not be null is not taken as null, which the archive could not read again.</summary>
    private static readonly JsonSerializerOptions Strict = new(NewsWatchJson.Options) { RespectNullableAnnotations = true };

    public Article? Article { get; init; }

    public AlertRaised? Alert { get; init; }

    public QueryFragment? Fragment { get; init; }

    public Watch? Watch { get; init; }

    public Feed? Feed { get; init; }

    /// <summary>The checked line, or <see langword="null"/> and what is wrong with it; its query is not read yet, since that may need fragments of other lines.</summary>
    public static ImportLine? Read(string text, out string problem)
    {
        try
        {
            var line = JsonSerializer.Deserialize<ImportLine>(text, Strict) ?? new ImportLine();
            problem = line.Problem() ?? "";
            return problem.Length > 0 ? null : line.Cleaned();
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or FormatException)
        {
            problem = e is JsonException { Path: { Length: > 2 } path } && e.Message.Contains("nullability", StringComparison.Ordinal) ? $"'{path[2..]}' must not be null." : e.Message;
            return null;
        }
    }

    /// <summary>What is wrong with the query of the line, if it holds one, or what the examples beside it say against it.</summary>
    internal string? QueryProblem(IFragmentSource fragments) => this switch
    {
        { Fragment: { } fragment } => QueryProblems.Of(fragment, fragments),
        { Watch: { } watch } => QueryProblems.Of(watch, fragments),
        _ => null,
    };

    private int Members => new object?[] { Article, Alert, Fragment, Watch, Feed }.Count(member => member is not null);

    // As a watch that is saved; throws a FormatException where it has too many examples, or one that is too long.
    private ImportLine Cleaned() => Watch is null ? this : this with { Watch = Watch with { Examples = ExampleCheck.Clean(Watch.Examples) } };

    private string? Problem() => this switch
    {
        { Members: > 1 } => "A line holds one article, alert, fragment, watch or feed, not several.",
        { Article: { } article } => ProblemOf(article),
        { Alert: { } alert } => !DerivedId.IsWellFormed(alert.Id) ? $"The alert's id '{alert.Id}' is none." : alert.Raised < DateTimeOffset.UnixEpoch ? "The alert was raised before 1970." : Topic.Problem(alert.Topic),
        { Fragment: { } fragment } => FragmentNames.Problem(fragment.Name),
        { Watch: { } watch } => WatchInput.IdProblem(watch.Id) ?? Topic.Problem(watch.Topic),
        { Feed: { } feed } => Uri.TryCreate(feed.Url, UriKind.Absolute, out var url) && (url.Scheme is "http" or "https") ? null : $"'{feed.Url}' is no http or https address.",
        _ => "The line holds no article, alert, fragment, watch or feed.",
    };

    private static string? ProblemOf(Article article)
    {
        if (article.Author.Concat(article.Tag).Any(name => name is null)) return "'author' and 'tag' must be arrays of strings only.";
        // It is kept as it is: by it the next poll tells an edit from a repeat.
        if (!DerivedId.IsWellFormed(article.Hash)) return $"The article's hash '{article.Hash}' is none.";
        return ArticleProblem.Of(article);
    }
}
