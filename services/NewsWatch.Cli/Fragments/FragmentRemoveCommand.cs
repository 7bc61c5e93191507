using System.ComponentModel;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Fragments;

/// <summary>Removes fragments that nothing names, and says how to have each back.</summary>
internal sealed class FragmentRemoveCommand : AsyncCommand<FragmentRemoveCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        foreach (var named in settings.Fragments)
        {
            var fragment = await FragmentFinder.FindAsync(api, named, cancellationToken);
            await api.DeleteAsync(FragmentFinder.Path(fragment.Name), cancellationToken);
            if (settings.Json)
            {
                Screen.Json(fragment);
                continue;
            }

            Screen.Line($"Removed @{fragment.Name}. To have it back:");
            Screen.Line($"  newswatch fragment add {fragment.Name} {Shell.Quote(fragment.Query)}");
        }

        return ExitCode.Ok;
    }

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "<FRAGMENT>")]
        [Description("Names, with or without the @")]
        public required string[] Fragments { get; init; }
    }
}
