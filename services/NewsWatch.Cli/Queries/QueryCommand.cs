using System.ComponentModel;
using NewsWatch.Cli.Errors;
using NewsWatch.Cli.Input;
using NewsWatch.Cli.Output;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Storage.Articles;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Queries;

/// <summary>Says what a query means. No server is needed.</summary>
internal sealed class QueryCommand : Command<QueryCommand.Settings>
{
    private static readonly Dictionary<string, Func<WatchQuery, QueryForm>> Forms = new(StringComparer.Ordinal)
    {
        ["words"] = query => new(query.Explain(), true),
        ["tree"] = query => new(TreePrinter.Print(query.Root), true),
        ["canonical"] = query => new(query.ToCanonicalText(), true),
        ["elasticsearch"] = query => Of(QueryTranslation.ToElasticsearch(query)),
        ["sqlite"] = query => Of(QueryTranslation.ToSqlite(query)),
    };

    public static IEnumerable<string> FormNames => Forms.Keys;

    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var text = WrittenQuery.Demand(settings.Query, settings.File);
        if (!Forms.TryGetValue(settings.As, out var form)) throw new UsageException($"There is no form '{settings.As}'; there are {string.Join(", ", Forms.Keys)}.");
        var query = Read(text, settings.Fragments);
        var shown = form(query);
        if (settings.Json) Screen.Json(new { query = text, settings.As, shown.Text, shown.Exact, hints = query.Hints });
        else Screen.Line(shown.Text.TrimEnd('\n'));
        if (!shown.Exact && !settings.Json) Terminal.Note("The store's answer is candidates; the matcher decides about each.");
        foreach (var hint in query.Hints.Where(_ => !settings.Json)) Terminal.Note($"note: {hint.Message}{(hint.Suggestion is null ? "" : $" Did you mean: {hint.Suggestion}")}");
        return ExitCode.Ok;
    }

    private static WatchQuery Read(string text, string? fragments)
    {
        try
        {
            return QueryRefusedException.Parse(text, FragmentFile.Read(fragments));
        }
        catch (QueryRefusedException e) when (fragments is null && FragmentNames.In(text).Count > 0)
        {
            throw new QueryRefusedException(e.Query, $"{e.Message} Name the fragments with --fragments FILE, such as what 'newswatch fragment list --json' prints.", e.Column, e.Suggestion);
        }
    }

    private static QueryForm Of(QueryTranslation translation) => new(translation.Text, translation.Exact);

    private sealed record QueryForm(string Text, bool Exact);

    public sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "[QUERY]")]
        [Description("In the watch language; - reads standard input")]
        public string[]? Query { get; init; }

        [CommandOption("--as <FORM>")]
        [Description("words (default), tree, canonical, elasticsearch or sqlite")]
        [DefaultValue("words")]
        public string As { get; init; } = "words";

        [CommandOption("--file <FILE>")]
        [Description("Read the query from a file; - is standard input")]
        public string? File { get; init; }

        [CommandOption("--fragments <FILE>")]
        [Description("The fragments that it may name: {name, query} as a JSON array or JSON lines, or a name, a tab and a query a line")]
        public string? Fragments { get; init; }

        [CommandOption("--json")]
        [Description("Print JSON: {query, as, text, exact, hints}")]
        public bool Json { get; init; }
    }
}
