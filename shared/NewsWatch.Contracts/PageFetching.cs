using System.Text.Json.Serialization;

namespace NewsWatch.Contracts;

/// <summary>Whether the pages behind a feed's items are fetched for their text.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PageFetching>))]
public enum PageFetching
{
    /// <summary>Where the feed gives only a teaser.</summary>
    [JsonStringEnumMemberName("auto")]
    Auto,

    /// <summary>Always.</summary>
    [JsonStringEnumMemberName("on")]
    On,

    /// <summary>Never.</summary>
    [JsonStringEnumMemberName("off")]
    Off,
}
