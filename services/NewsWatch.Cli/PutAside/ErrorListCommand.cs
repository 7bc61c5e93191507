using System.ComponentModel;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.ServiceDefaults.Messaging.Errors;
using Spectre.Console;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.PutAside;

/// <summary>All messages that were put aside, oldest first; piped: id, queue, failed, content, reason.</summary>
internal sealed class ErrorListCommand : AsyncCommand<ErrorListCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var queue = ErrorFinder.Queue(settings.Queue);
        using var api = settings.Connect();
        var messages = await ErrorFinder.ListAsync(api, queue, settings.Limit, cancellationToken);
        if (settings.Json)
        {
            foreach (var message in messages) Screen.Json(message);
            return ExitCode.Ok;
        }

        if (messages.Count > 0) Write([.. messages.Select(ErrorFinder.Read)]);
        else Terminal.Note(queue is null ? "Nothing was put aside." : $"Nothing was put aside from {queue}.");
        return ExitCode.Ok;
    }

    private static void Write(IReadOnlyList<FailedMessage> messages)
    {
        var listing = new Listing("id", "queue", "failed", "content", "reason");
        // Ids are long; a person sees as much of one as is enough to name it.
        var shown = Beginnings.Telling([.. messages.Select(m => m.Id)]);
        for (var i = 0; i < messages.Count; i++)
        {
            var message = messages[i];
            listing.Add(
                new Cell(message.Id, Cell.Dim(shown[i]).Rich), new Cell(message.Queue, new Text(ErrorFinder.ShortName(message.Queue))),
                Screen.Time(message.Failed), message.Content, Cell.In(message.Reason, Color.Red));
        }

        listing.Write();
    }

    public sealed class Settings : ServerSettings
    {
        [CommandOption("--queue <QUEUE>")]
        [Description("Only what was put aside from this queue: indexer.articles, watcher.articles or indexer.alerts")]
        public string? Queue { get; init; }

        [CommandOption("--limit <N>")]
        [Description("At most so many of each queue, 1 to 1000")]
        [DefaultValue(100)]
        public int Limit { get; init; } = 100;
    }
}
