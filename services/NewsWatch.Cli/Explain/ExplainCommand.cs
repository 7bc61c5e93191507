using System.ComponentModel;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.Cli.Watches;
using NewsWatch.Contracts;
using NewsWatch.Formats.Urls;
using NewsWatch.Gateway.Explaining;
using Spectre.Console;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Explain;

/// <summary>Says what became of an article, in plain words.</summary>
internal sealed class ExplainCommand : AsyncCommand<ExplainCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var id = IdOf(settings.Article);
        using var api = settings.Connect();
        var watch = settings.Watch is null ? null : (await WatchFinder.FindAsync(api, settings.Watch, cancellationToken)).Id;
        var path = new ApiPath($"api/articles/{Uri.EscapeDataString(id)}/explain").Add("watch", watch);
        if (settings.Revision is { } revision) path.Add("revision", revision);
        var answer = await api.GetAsync(path.ToString(), cancellationToken);
        if (settings.Json) Screen.Json(answer);
        else Write(answer.Deserialize<ArticleExplanation>(NewsWatchJson.Options)!);
        return ExitCode.Ok;
    }

    /// <summary>The id itself, or that of the article at an address.</summary>
    private static string IdOf(string article)
    {
        if (DerivedId.IsWellFormed(article)) return article;
        return article.Contains("://", StringComparison.Ordinal) && CanonicalUrl.Of(article) is { } url
            ? ArticleId.Derive(url, null, null, "", "")
            : throw new UsageException($"'{article}' is neither an article's address (https://…) nor an id of {DerivedId.Length} characters; 'newswatch search' shows both.");
    }

    private static void Write(ArticleExplanation explanation)
    {
        if (Screen.IsTerminal) Screen.Rich.Write(new Text(SafeText.Line(explanation.Title) + "\n", new Style(decoration: Decoration.Bold)));
        else Screen.Line(SafeText.Line(explanation.Title));
        foreach (var sentence in explanation.Sentences) Screen.Line(SafeText.Line(sentence));
        var missed = explanation.Watches.Count(w => w is { Holds: false, Parts: null });
        if (missed > 0) Screen.Line($"{missed} other {(missed == 1 ? "watch does" : "watches do")} not hold; why one does not: --watch NAME");
        foreach (var watch in explanation.Watches) Write(watch.Parts, 1);
    }

    private static void Write(PartOutcome? part, int depth)
    {
        if (part is null) return;
        var line = $"{SafeText.Line(part.Part)}: {SafeText.Line(part.Why)}";
        var indent = new string(' ', 2 * depth);
        if (Screen.IsTerminal) Screen.Rich.Write(new Text($"{indent}{(part.Holds ? "✓" : "✗")} {line}\n", new Style(part.Holds ? Color.Green : Color.Red)));
        else Screen.Line($"{indent}{(part.Holds ? "yes" : "no")}  {line}");
        foreach (var below in part.Parts) Write(below, depth + 1);
    }

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "<ARTICLE>")]
        [Description("Its address or its id")]
        public required string Article { get; init; }

        [CommandOption("--watch <WATCH>")]
        [Description("Say of this watch (name or id) which part holds and which does not")]
        public string? Watch { get; init; }

        [CommandOption("--revision <N>")]
        [Description("Try the watches on this revision; default the latest")]
        public int? Revision { get; init; }
    }
}
