using System.ComponentModel.DataAnnotations;

namespace NewsWatch.Ingestion.Files;

/// <summary>Settings below <c>NewsWatch:Ingestion:Inbox</c>.</summary>
public sealed class InboxOptions
{
    public const string Section = "NewsWatch:Ingestion:Inbox";

    /// <summary>The folder; default <c>inbox</c> in the data folder. <c>done/</c> and <c>failed/</c> stand in it, and <c>backfill/</c> for files whose articles are to raise no alerts.</summary>
    public string? Folder { get; set; }

    /// <summary>How often the folder is looked at. Default 1 s. A file must keep its size and time from one look to the next before it is read.</summary>
    [Range(typeof(TimeSpan), "00:00:00.05", "01:00:00")]
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>Largest file in bytes. Default 64 MiB.</summary>
    [Range(1_024, 2_147_000_000)]
    public int MaxBytes { get; set; } = 64 * 1024 * 1024;
}
