using System.ComponentModel.DataAnnotations;

namespace NewsWatch.Gateway.Kibana;

/// <summary>Where people find Kibana. Section <c>NewsWatch:Console</c>.</summary>
public sealed class KibanaOptions : IValidatableObject
{
    public const string Section = "NewsWatch:Console";

    /// <summary>Kibana's address as browsers reach it, with the space if there is one (<c>https://kibana.example/s/news</c>). Default none: then nothing links there.</summary>
    public string? KibanaUrl { get; set; }

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(KibanaUrl)) yield break;
        if (!Uri.TryCreate(KibanaUrl, UriKind.Absolute, out var url) || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps))
            yield return new ValidationResult($"NewsWatch:Console:KibanaUrl is '{KibanaUrl}': write an http or https address such as http://127.0.0.1:5601.");
    }
}
