using System.ComponentModel;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Feeds;
using NewsWatch.Cli.Fragments;
using NewsWatch.Cli.Output;
using NewsWatch.Cli.PutAside;
using NewsWatch.Cli.Watches;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Completion;

/// <summary>What the server knows, for completion scripts: one a line, soon or not at all, and never an error.</summary>
internal sealed class CompleteCommand : AsyncCommand<CompleteCommand.Settings>
{
    private const int MostErrors = 100;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1.5);

    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            using var api = settings.Connect();
            foreach (var word in (await AskAsync(api, settings.Kind, patience.Token)).Distinct(StringComparer.Ordinal)) Screen.Line(SafeText.Line(word));
        }
        catch (Exception e) when (e is HttpRequestException or ApiException or OperationCanceledException or UsageException)
        {
            // Who presses Tab does not want to read why there is nothing.
        }

        return ExitCode.Ok;
    }

    private static async Task<IEnumerable<string>> AskAsync(ApiClient api, string kind, CancellationToken cancellationToken) => kind switch
    {
        "topics" => (await WatchFinder.ListAsync(api, cancellationToken)).Select(w => w.Topic).Order(StringComparer.Ordinal),
        "watches" => (await WatchFinder.ListAsync(api, cancellationToken)).Select(w => w.Name),
        "fragments" => (await FragmentFinder.ListAsync(api, cancellationToken)).Select(f => f.Name),
        "feeds" => (await FeedFinder.ListAsync(api, cancellationToken)).Select(f => f.Url),
        "errors" => (await ErrorFinder.ListAsync(api, null, MostErrors, cancellationToken)).Select(e => ErrorFinder.Read(e).Id),
        _ => [],
    };

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "<KIND>")]
        [Description("topics, watches, fragments, feeds or errors")]
        public required string Kind { get; init; }
    }
}
