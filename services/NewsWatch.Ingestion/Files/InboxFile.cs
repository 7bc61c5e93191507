using System.Globalization;
using NewsWatch.Ingestion.Intake;

namespace NewsWatch.Ingestion.Files;

/// <summary>Takes one file in: reads it, hands its articles over, moves it away.</summary>
internal sealed class InboxFile(IArticleIntake intake, InboxFolders folders, int maxBytes, bool backfill, ILogger logger)
{
    public async Task TakeAsync(string file, CancellationToken cancellationToken)
    {
        using var activity = IngestionTelemetry.Source.StartActivity("file take in");
        var name = Path.GetFileName(file);
        try
        {
            var content = await ReadAsync(file, cancellationToken);
            var results = await intake.AcceptAsync([.. content.Drafts.Select(d => d.Draft)], IntakeOrigin.File, backfill, cancellationToken);
            Finish(file, name, [.. content.Errors, .. Refused(content, results)], results);
        }
        catch (FormatException e)
        {
            Fail(file, name, e.Message);
        }
    }

    private async Task<FileContent> ReadAsync(string file, CancellationToken cancellationToken)
    {
        var length = new FileInfo(file).Length;
        if (length > maxBytes) throw new FormatException(string.Create(CultureInfo.InvariantCulture, $"The file has {length:N0} bytes; at most {maxBytes:N0} are read. Split it."));
        if (length == 0) throw new FormatException("The file is empty.");
        var content = FileDrafts.Read(file, await File.ReadAllBytesAsync(file, cancellationToken));
        if (content.Drafts.Count == 0 && content.Errors.Count == 0) throw new FormatException("The file holds no article.");
        return content;
    }

    private static IEnumerable<string> Refused(FileContent content, IReadOnlyList<IntakeResult> results) =>
        results.Select((result, i) => (result, content.Drafts[i].Place)).Where(x => x.result.Outcome == IntakeOutcome.Rejected)
            .Select(x => x.Place.Length == 0 ? x.result.Error! : $"{x.Place}: {x.result.Error}");

    private void Finish(string file, string name, List<string> errors, IReadOnlyList<IntakeResult> results)
    {
        if (errors.Count > 0)
        {
            var taken = results.Count(r => r.Outcome != IntakeOutcome.Rejected);
            if (taken > 0) errors.Insert(0, $"{taken} article(s) of this file were taken in; these were not:");
            Fail(file, name, string.Join('\n', errors));
            return;
        }

        folders.Done(file);
        IngestionTelemetry.Files.Add(1, new KeyValuePair<string, object?>("outcome", "done"));
        if (backfill) logger.OldFileTaken(name, results.Count);
        else logger.FileTaken(name, results.Count(r => r.Outcome == IntakeOutcome.New), results.Count(r => r.Outcome == IntakeOutcome.Changed), results.Count(r => r.Outcome == IntakeOutcome.Unchanged));
    }

    private void Fail(string file, string name, string reason)
    {
        folders.Failed(file, reason);
        IngestionTelemetry.Files.Add(1, new KeyValuePair<string, object?>("outcome", "failed"));
        logger.FileFailed(name, reason.ReplaceLineEndings(" "));
    }
}
