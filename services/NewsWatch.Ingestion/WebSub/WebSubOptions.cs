using System.ComponentModel.DataAnnotations;

namespace NewsWatch.Ingestion.WebSub;

/// <summary>Settings for feeds whose hubs announce news, in <c>NewsWatch:Ingestion</c>.</summary>
public sealed class WebSubOptions : IValidatableObject
{
    public const string Section = "NewsWatch:Ingestion";

    /// <summary>Where hubs reach an Ingestion process from outside, such as <c>https://news.example.org</c>; without it no hub is asked. Default: none.</summary>
    public string? PublicUrl { get; set; }

    /// <summary>How long a subscription is asked for; the hub decides. Default 7 days.</summary>
    [Range(typeof(TimeSpan), "00:05:00", "90.00:00:00")]
    public TimeSpan HubLease { get; set; } = TimeSpan.FromDays(7);

    /// <summary>Shortest time between two polls of a feed whose hub announces its news. Default 1 hour.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "1.00:00:00")]
    public TimeSpan HubInterval { get; set; } = TimeSpan.FromHours(1);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!string.IsNullOrEmpty(PublicUrl) && !(Uri.TryCreate(PublicUrl, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https"))
            yield return new ValidationResult($"{Section}:PublicUrl must be an absolute http or https address, not '{PublicUrl}'.", [nameof(PublicUrl)]);
    }
}
