using System.ComponentModel.DataAnnotations;

namespace NewsWatch.Ingestion.Intake;

/// <summary>Settings below <c>NewsWatch:Ingestion:Intake</c>.</summary>
public sealed class IntakeOptions
{
    public const string Section = "NewsWatch:Ingestion:Intake";

    /// <summary>Articles remembered so that a repeat needs no question to the archive. Default 200,000, about 100 bytes each.</summary>
    [Range(1_000, 100_000_000)]
    public int Remembered { get; set; } = 200_000;

    /// <summary>Articles that may wait to be published before senders are told to come back. Default 50,000.</summary>
    [Range(1, 10_000_000)]
    public int Waiting { get; set; } = 50_000;

    /// <summary>Batches published at once, those that are full not counted. Default 4: more would only make them smaller.</summary>
    [Range(1, 256)]
    public int PublishesInFlight { get; set; } = 4;

    /// <summary>Full batches published at once. Default 16, of a quarter of a megabyte each.</summary>
    [Range(1, 256)]
    public int FullPublishesInFlight { get; set; } = 16;

    /// <summary>Questions to the archive in flight at the same time. Default 4: an article then hardly waits for the question before its own.</summary>
    [Range(1, 64)]
    public int LookupsInFlight { get; set; } = 4;

    /// <summary>How long the archive may take to say whether articles are known. Default 2 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:01:00")]
    public TimeSpan LookupTimeout { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long the archive is not asked again after it failed to answer. Default 5 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:10:00")]
    public TimeSpan LookupPause { get; set; } = TimeSpan.FromSeconds(5);
}
