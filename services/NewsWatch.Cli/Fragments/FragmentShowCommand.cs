using System.ComponentModel;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Fragments;

/// <summary>One fragment with its meaning and what it is part of.</summary>
internal sealed class FragmentShowCommand : AsyncCommand<FragmentShowCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        var fragment = await FragmentFinder.FindAsync(api, settings.Fragment, cancellationToken);
        if (settings.Json) Screen.Json(new { fragment, explain = (await FragmentReport.CheckAsync(api, fragment, cancellationToken)).Explain });
        else await FragmentReport.WriteAsync(api, fragment, cancellationToken);
        return ExitCode.Ok;
    }

    public sealed class Settings : OneFragmentSettings;
}

/// <summary>Settings of the commands that are about one fragment.</summary>
internal abstract class OneFragmentSettings : ServerSettings
{
    [CommandArgument(0, "<FRAGMENT>")]
    [Description("Its name, with or without the @")]
    public required string Fragment { get; init; }
}
