using System.ComponentModel;
using System.Net;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Errors;
using NewsWatch.Cli.Input;
using NewsWatch.Cli.Output;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Matching.Language.Fragments;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Fragments;

/// <summary>Adds a fragment and says what it means.</summary>
internal sealed class FragmentAddCommand : AsyncCommand<FragmentAddCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var name = FragmentFinder.NameOf(settings.Name);
        if (FragmentNames.Problem(name) is { } problem) throw new UsageException(problem);
        var query = WrittenQuery.Demand(settings.Query, settings.File);
        using var api = settings.Connect();
        var added = await AddAsync(api, name, query, cancellationToken);
        if (settings.Json) Screen.Json(added);
        else await FragmentReport.WriteAsync(api, added.Deserialize<FragmentView>(NewsWatchJson.Options)!, cancellationToken);
        return ExitCode.Ok;
    }

    private static async Task<JsonElement> AddAsync(ApiClient api, string name, string query, CancellationToken cancellationToken)
    {
        try
        {
            return await QueryRefusedException.GuardAsync(query, () => api.PostAsync("api/fragments", ApiClient.Json(new { name, query }), cancellationToken));
        }
        catch (ApiException e) when (e.Status == HttpStatusCode.Conflict && !e.Problem.TryGetProperty("broken", out _))
        {
            throw new InvalidOperationException($"There is a fragment @{name} already: change it with 'newswatch fragment edit {name}', or choose another name.", e);
        }
    }

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "<NAME>")]
        [Description("How queries name it, behind an @: 1 to 64 of a-z, 0-9, - and _")]
        public required string Name { get; init; }

        [CommandArgument(1, "[QUERY]")]
        [Description("What it stands for, in the watch language; - reads standard input")]
        public string[]? Query { get; init; }

        [CommandOption("--file <FILE>")]
        [Description("Read what it stands for from a file; - is standard input")]
        public string? File { get; init; }
    }
}
