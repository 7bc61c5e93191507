using System.ComponentModel;
using NewsWatch.Cli.Input;
using NewsWatch.Cli.Output;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Match;

/// <summary>Matches articles against watches, offline.</summary>
internal sealed class MatchCommand : Command<MatchCommand.Settings>
{
    public override int Execute(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        var fragments = FragmentFile.Read(settings.Fragments);
        using var output = new JsonLines(Console.OpenStandardOutput());
        var watches = WatchFile.Read(ReadBytes(settings.Watches), fragments, output);
        using var articles = OpenArticles(settings.Articles);
        var bad = new OfflineMatcher(watches.Set, output).Run(articles, cancellationToken) + watches.Bad;
        return bad == 0 ? ExitCode.Ok : ExitCode.Failed;
    }

    private static Stream OpenArticles(string file) =>
        file == "-" ? Console.OpenStandardInput() : File.OpenRead(ExistingFile(file));

    private static byte[] ReadBytes(string file) => File.ReadAllBytes(ExistingFile(file));

    private static string ExistingFile(string file) =>
        File.Exists(file) ? file : throw new UsageException($"There is no file '{file}'.");

    public sealed class Settings : CommandSettings
    {
        [CommandOption("--watches <FILE>", isRequired: true)]
        [Description("Watches: {id, query} as JSON lines, or one query a line")]
        public required string Watches { get; init; }

        [CommandOption("--fragments <FILE>")]
        [Description("The fragments that they may name: {name, query} as a JSON array or JSON lines, or a name, a tab and a query a line")]
        public string? Fragments { get; init; }

        [CommandArgument(0, "[FILE]")]
        [Description("Articles as JSON lines; - or nothing reads standard input")]
        [DefaultValue("-")]
        public required string Articles { get; init; }

        [CommandOption("--json")]
        [Description("Output is always JSON lines; accepted so that scripts can say so everywhere")]
        public bool Json { get; init; }
    }
}
