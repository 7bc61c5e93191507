using System.ComponentModel.DataAnnotations;

namespace NewsWatch.Ingestion.Push;

/// <summary>Settings below <c>NewsWatch:Ingestion:Push</c>.</summary>
public sealed class PushOptions
{
    public const string Section = "NewsWatch:Ingestion:Push";

    /// <summary>Largest request body in bytes. Default 8 MiB.</summary>
    [Range(1_024, 1_073_741_824)]
    public int MaxBytes { get; set; } = 8 * 1024 * 1024;
}
