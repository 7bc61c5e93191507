using System.ComponentModel;
using NewsWatch.Cli.Output;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Transfer.Exporting;

/// <summary>Writes what the server keeps into a file; interrupted and started again it goes on.</summary>
internal sealed class ExportCommand : AsyncCommand<ExportCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        if (settings.File != "-" && File.Exists(settings.File) && !settings.Force) throw new UsageException($"{settings.File} exists already: choose another name, or add --force to replace it.");
        using var api = settings.Connect();
        using var interruption = new Interruption(cancellationToken);
        await using IExportTarget target = settings.File == "-" ? new StandardOutputTarget() : new FileTarget(settings.File, api.Server.AbsoluteUri, settings.Kinds());
        var exporter = new Exporter(api, target, TimeProvider.System);
        try
        {
            if (target.Resumed is { } before) Terminal.Note($"Going on behind {before}.");
            var counts = await exporter.RunAsync(settings.Kinds(), interruption.Token);
            Report(settings, counts);
            return ExitCode.Ok;
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            Terminal.Complain(settings.File == "-" ? "Interrupted." : "Interrupted. The same command goes on from here.");
            return ExitCode.Failed;
        }
    }

    private static void Report(Settings settings, TransferCounts counts)
    {
        // Standard output may be the export itself.
        if (settings.File == "-") Terminal.Note($"Exported {counts}");
        else if (settings.Json) Screen.Json(new { settings.File, bytes = new FileInfo(settings.File).Length, counts });
        else Screen.Line($"Exported {counts} to {settings.File} ({new FileInfo(settings.File).Length / 1024.0 / 1024.0:0.0} MiB)");
    }

    public sealed class Settings : TransferSettings
    {
        [CommandArgument(0, "[FILE]")]
        [Description("Where to, gzipped JSON lines; - is standard output, not compressed")]
        [DefaultValue("newswatch.jsonl.gz")]
        public string File { get; init; } = "newswatch.jsonl.gz";

        [CommandOption("--force")]
        [Description("Replace the file if it is there")]
        public bool Force { get; init; }
    }
}
