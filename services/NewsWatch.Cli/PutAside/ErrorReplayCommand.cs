using System.ComponentModel;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.ServiceDefaults.Messaging;
using Spectre.Console;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.PutAside;

/// <summary>Gives messages back to the queues that they failed in: those named, or all.</summary>
internal sealed class ErrorReplayCommand : AsyncCommand<ErrorReplayCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var queue = ErrorFinder.Queue(settings.Queue);
        using var api = settings.Connect();
        foreach (var named in settings.Messages ?? []) await OneAsync(api, named, settings.Json, cancellationToken);
        if (settings.All) await AllAsync(api, queue is null ? Queues.Durable : [queue], settings.Json, cancellationToken);
        return ExitCode.Ok;
    }

    private static async Task OneAsync(ApiClient api, string named, bool json, CancellationToken cancellationToken)
    {
        var message = await ErrorFinder.FindAsync(api, named, cancellationToken);
        await api.PostAsync(ErrorFinder.PathOf(message) + "/replay", ApiClient.Json(new { }), cancellationToken);
        if (json) Screen.Json(message);
        else Screen.Line($"Given back to {message.Queue}: {SafeText.Line(message.Content)}");
    }

    private static async Task AllAsync(ApiClient api, IEnumerable<string> queues, bool json, CancellationToken cancellationToken)
    {
        foreach (var queue in queues)
        {
            var answer = await api.PostAsync($"api/errors/{Uri.EscapeDataString(queue)}/replay", ApiClient.Json(new { }), cancellationToken);
            var replayed = answer.GetProperty("replayed").GetInt32();
            if (json) Screen.Json(new { queue, replayed });
            else Screen.Line($"{replayed} given back to {queue}");
        }

        if (!json) Terminal.Note("What fails again comes back: newswatch errors list");
    }

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "[MESSAGE]")]
        [Description("Ids, or beginnings of them")]
        public string[]? Messages { get; init; }

        [CommandOption("--all")]
        [Description("Give back all of them")]
        public bool All { get; init; }

        [CommandOption("--queue <QUEUE>")]
        [Description("With --all: only what was put aside from this queue")]
        public string? Queue { get; init; }

        public override ValidationResult Validate() => (Messages is { Length: > 0 }, All, Queue) switch
        {
            (false, false, _) => ValidationResult.Error("Say which: an id that 'newswatch errors list' shows, or --all."),
            (true, true, _) => ValidationResult.Error("Ids and --all exclude each other."),
            (true, _, not null) => ValidationResult.Error("--queue goes with --all; an id says by itself which queue it is of."),
            _ => base.Validate(),
        };
    }
}
