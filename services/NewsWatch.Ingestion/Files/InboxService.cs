using Microsoft.Extensions.Options;
using NewsWatch.Ingestion.Intake;

namespace NewsWatch.Ingestion.Files;

/// <summary>Watches the inbox. A file that cannot be taken because the broker is away stays where it is and is tried again.</summary>
internal sealed class InboxService(IArticleIntake intake, IOptions<InboxOptions> options, IConfiguration configuration, TimeProvider clock, ILogger<InboxService> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var inbox = Path.GetFullPath(options.Value.Folder ?? Path.Combine(configuration["NewsWatch:Data"] ?? "data", "inbox"));
        Inbox[] inboxes = [Open(inbox, backfill: false), Open(Path.Combine(inbox, "backfill"), backfill: true)];
        logger.InboxWatched(inbox);
        using var timer = new PeriodicTimer(options.Value.Interval, clock);
        do
        {
            try
            {
                // Each time: a folder that somebody cleared away comes back.
                foreach (var (folders, scan, file) in inboxes)
                {
                    folders.Create();
                    foreach (var path in scan.WholeFiles()) await TakeAsync(file, path, stoppingToken);
                }
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                logger.InboxUnreadable(inbox, e.Message);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    private Inbox Open(string folder, bool backfill)
    {
        var folders = new InboxFolders(folder);
        return new Inbox(folders, new InboxScan(folder), new InboxFile(intake, folders, options.Value.MaxBytes, backfill, logger));
    }

    private async Task TakeAsync(InboxFile file, string path, CancellationToken cancellationToken)
    {
        try
        {
            await file.TakeAsync(path, cancellationToken);
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            // One file that cannot be read or moved must not keep those behind it waiting.
            logger.FileWaits(Path.GetFileName(path), e.Message);
        }
    }

    private sealed record Inbox(InboxFolders Folders, InboxScan Scan, InboxFile File);
}
