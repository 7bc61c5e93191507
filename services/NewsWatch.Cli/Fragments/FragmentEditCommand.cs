using System.ComponentModel;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Editing;
using NewsWatch.Cli.Errors;
using NewsWatch.Cli.Input;
using NewsWatch.Cli.Output;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Fragments;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Fragments;

/// <summary>Changes a fragment by an option, or without any in the user's editor.</summary>
internal sealed class FragmentEditCommand : AsyncCommand<FragmentEditCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        var fragment = await FragmentFinder.FindAsync(api, settings.Fragment, cancellationToken);
        var query = WrittenQuery.Read(settings.Query is null ? null : [settings.Query], settings.File);
        var changed = query is null
            ? await Editing(api, cancellationToken).EditAsync(fragment, cancellationToken)
            : await PutAsync(api, fragment with { Query = query }, cancellationToken);
        if (changed is null)
        {
            Terminal.Note("Nothing was changed.");
            return ExitCode.Ok;
        }

        if (settings.Json) Screen.Json(changed);
        else await FragmentReport.WriteAsync(api, changed, cancellationToken);
        return ExitCode.Ok;
    }

    private static TextEditing<FragmentView> Editing(ApiClient api, CancellationToken cancellationToken) => new("fragment", "--query QUERY or --file FILE")
    {
        Write = FragmentText.Write,
        Read = FragmentText.Read,
        Save = changed => PutAsync(api, changed, cancellationToken),
    };

    private static async Task<FragmentView?> PutAsync(ApiClient api, FragmentView fragment, CancellationToken cancellationToken)
    {
        var answer = await QueryRefusedException.GuardAsync(
            fragment.Query, () => api.PutAsync(FragmentFinder.Path(fragment.Name), ApiClient.Json(new { fragment.Query }), fragment.Version, cancellationToken));
        return answer.Deserialize<FragmentView>(NewsWatchJson.Options);
    }

    public sealed class Settings : OneFragmentSettings
    {
        [CommandOption("--query <QUERY>")]
        [Description("What it stands for from now on")]
        public string? Query { get; init; }

        [CommandOption("--file <FILE>")]
        [Description("Read what it stands for from a file; - is standard input")]
        public string? File { get; init; }
    }
}
