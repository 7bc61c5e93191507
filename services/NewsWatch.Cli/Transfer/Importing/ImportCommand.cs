using System.ComponentModel;
using NewsWatch.Cli.Output;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Transfer.Importing;

/// <summary>Sends an export to the server; interrupted and started again it goes on, and doing it twice changes nothing.</summary>
internal sealed class ImportCommand : AsyncCommand<ImportCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        if (settings.File != "-" && !File.Exists(settings.File)) throw new UsageException($"There is no file '{settings.File}'.");
        using var api = settings.Connect();
        using var interruption = new Interruption(cancellationToken);
        await using var file = ImportFile.Open(settings.File);
        var memory = settings.File == "-" ? null : ImportMemory.Of(settings.File, api.Server.AbsoluteUri, settings.Kinds());
        if (memory?.Read() is { } before) Terminal.Note($"Going on behind line {before.Line:N0}.");
        try
        {
            var result = await new Importer(api, file, memory, TimeProvider.System).RunAsync(settings.Kinds(), interruption.Token);
            memory?.Forget();
            return Report(settings, result, file.End);
        }
        catch (OperationCanceledException) when (interruption.Token.IsCancellationRequested)
        {
            Terminal.Complain("Interrupted. The same command goes on from here.");
            return ExitCode.Failed;
        }
    }

    private static int Report(Settings settings, ImportResult result, TransferCounts? end)
    {
        if (settings.Json) Screen.Json(result);
        else Screen.Line(result.ToString());
        foreach (var rejected in result.Rejected) Terminal.Complain($"{settings.File}: {SafeText.Line(rejected)}");
        foreach (var different in result.Different) Terminal.Note($"{different} is on the server already and differs; the server's was kept.");
        if (end is null) Terminal.Complain($"{settings.File} has no end: the export was not finished, so something may be missing.");
        return result.Rejected.Count == 0 && end is not null ? ExitCode.Ok : ExitCode.Failed;
    }

    public sealed class Settings : TransferSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("An export, compressed or not; - is standard input")]
        public required string File { get; init; }
    }
}
