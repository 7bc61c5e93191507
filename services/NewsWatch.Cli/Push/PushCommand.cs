using System.ComponentModel;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.Contracts;
using Spectre.Console;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Push;

/// <summary>Sends articles from files. A file that cannot be read costs none of the others.</summary>
internal sealed class PushCommand : AsyncCommand<PushCommand.Settings>
{
    public override async Task<int> ExecuteAsync(CommandContext context, Settings settings, CancellationToken cancellationToken)
    {
        using var api = settings.Connect();
        var failed = false;
        foreach (var file in settings.Files)
        {
            var report = await PushAsync(api, file, settings.Backfill, cancellationToken);
            failed |= report.Errors.Count > 0;
            if (settings.Json) Console.WriteLine(JsonSerializer.Serialize(report, NewsWatchJson.Options));
            else Print(report);
        }

        return failed ? ExitCode.Failed : ExitCode.Ok;
    }

    private static async Task<PushReport> PushAsync(ApiClient api, string file, bool backfill, CancellationToken cancellationToken)
    {
        try
        {
            var (name, bytes) = await ReadAsync(file, cancellationToken);
            return await FilePush.SendAsync(api, name, bytes, cancellationToken, backfill);
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException or ApiException)
        {
            return new PushReport(file) { Errors = { e.Message } };
        }
        catch (HttpRequestException e)
        {
            throw new InvalidOperationException($"No server answers at {api.Server}: {e.Message} Start one with 'newswatch', or name one with --server URL.", e);
        }
    }

    /// <summary>Standard input is JSON lines; an array or a single object is one long line of the same.</summary>
    private static async Task<(string Name, byte[] Bytes)> ReadAsync(string file, CancellationToken cancellationToken)
    {
        if (file != "-") return (file, await File.ReadAllBytesAsync(file, cancellationToken));
        using var buffer = new MemoryStream();
        await using var input = Console.OpenStandardInput();
        await input.CopyToAsync(buffer, cancellationToken);
        var bytes = buffer.ToArray();
        return (LooksLikeOneDocument(bytes) ? "standard-input.json" : "standard-input.jsonl", bytes);
    }

    private static bool LooksLikeOneDocument(byte[] bytes)
    {
        try
        {
            JsonDocument.Parse(bytes).Dispose();
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static void Print(PushReport report)
    {
        foreach (var outcome in report.Articles.GroupBy(a => a.Outcome))
        {
            var which = outcome.Count() == 1 ? $"{outcome.First().Id} revision {outcome.First().Revision}" : $"{outcome.Count()} articles";
            Console.WriteLine($"{report.File}: {outcome.Key}: {which}");
        }

        foreach (var error in report.Errors) Terminal.Complain($"{report.File}: {error}");
    }

    public sealed class Settings : ServerSettings
    {
        [CommandArgument(0, "<FILE>")]
        [Description("Files, or - for standard input")]
        public required string[] Files { get; init; }

        [CommandOption("--backfill")]
        [Description("Old material: stored, but raises no alerts")]
        public bool Backfill { get; init; }

        public override ValidationResult Validate() =>
            Files.Length == 0 ? ValidationResult.Error("Name at least one file, or - for standard input.") : base.Validate();
    }
}
