using System.Text.Json;
using NewsWatch.Contracts;

namespace NewsWatch.ServiceDefaults.Messaging;

internal static class BusJson
{
    /// <summary>The bus keeps its own way of reading envelopes; texts are written as everywhere else.</summary>
    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.Encoder = NewsWatchJson.Options.Encoder;
        return options;
    }
}
