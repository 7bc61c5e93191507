using System.ComponentModel;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Servers;

/// <summary>Says which server the commands talk to and whether it answers; remembers another one, or forgets it.</summary>
internal sealed class ServerCommand : AsyncCommand<ServerCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var memory = ServerMemory.OfUser();
        if (settings.Forget) memory.Forget();
        if (settings.Url is not null)
        {
            ServerChoice.Check(settings.Url);
            memory.Write(settings.Url);
        }

        var choice = ServerChoice.Of(null, memory);
        var problem = await ProblemAsync(choice, settings.ApiKey, cancellationToken);
        if (settings.Json) Screen.Json(new { server = choice.Address, choice.From, answers = problem is null, problem });
        else Screen.Line($"{choice.Address}  ({choice.From}; {problem ?? "it answers"})");
        return problem is null || settings.Url is not null || settings.Forget ? ExitCode.Ok : ExitCode.Failed;
    }

    private static async Task<string?> ProblemAsync(ServerChoice choice, string? apiKey, CancellationToken cancellationToken)
    {
        using var api = new ApiClient(choice.Address, choice.From, apiKey);
        try
        {
            await api.GetAsync("api/articles?limit=0", cancellationToken);
            return null;
        }
        catch (Exception e) when (e is ServerAwayException or ApiException)
        {
            return e.Message;
        }
    }

    public sealed class Settings : CommandSettings
    {
        [CommandArgument(0, "[URL]")]
        [Description("The server to remember for all commands")]
        public string? Url { get; init; }

        [CommandOption("--forget")]
        [Description("Forget the remembered server")]
        public bool Forget { get; init; }

        [CommandOption("--api-key <KEY>")]
        [Description("The server's API key; default NewsWatch__ApiKey")]
        public string? ApiKey { get; init; }

        [CommandOption("--json")]
        [Description("Print JSON")]
        public bool Json { get; init; }
    }
}
