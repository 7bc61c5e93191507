using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsWatch.Contracts;

/// <summary>How the system writes JSON everywhere: camelCase, nothing escaped that need not be, absent instead of null.</summary>
public static class NewsWatchJson
{
    /// <summary>The one set of options, with source-generated metadata for the contracts.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };
        options.Converters.Add(new UtcTimeConverter());
        options.TypeInfoResolverChain.Add(ContractsJsonContext.Default);
        options.TypeInfoResolverChain.Add(new System.Text.Json.Serialization.Metadata.DefaultJsonTypeInfoResolver());
        options.MakeReadOnly();
        return options;
    }
}

/// <summary>Source-generated serialisation of the contracts.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Article))]
[JsonSerializable(typeof(ArticlesIngested))]
[JsonSerializable(typeof(AlertRaised))]
[JsonSerializable(typeof(WatchChanged))]
[JsonSerializable(typeof(FeedChanged))]
[JsonSerializable(typeof(Watch))]
[JsonSerializable(typeof(Feed))]
public sealed partial class ContractsJsonContext : JsonSerializerContext;
