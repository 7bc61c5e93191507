using System.ComponentModel;
using System.Globalization;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.ServiceDefaults.Messaging.Errors;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.PutAside;

/// <summary>One message that was put aside: what it holds, why it failed, and what can be done with it.</summary>
internal sealed class ErrorShowCommand : AsyncCommand<ErrorShowCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        var message = await ErrorFinder.FindAsync(api, settings.Message, cancellationToken);
        if (settings.Json) Screen.Json(message);
        else Write(message);
        return ExitCode.Ok;
    }

    private static void Write(FailedMessage message)
    {
        Facts.Row("id", message.Id);
        Facts.Row("queue", message.Queue);
        Facts.Row("failed", Screen.Time(message.Failed));
        Facts.Row("content", message.Content);
        Facts.Row("bytes", message.Bytes.ToString(CultureInfo.InvariantCulture));
        Facts.Row("reason", message.Reason);
        if (Screen.IsTerminal) Terminal.Note($"Give it back once the reason is gone: newswatch errors replay {message.Id}");
    }

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "<MESSAGE>")]
        [Description("Its id, or the beginning of it")]
        public required string Message { get; init; }
    }
}
