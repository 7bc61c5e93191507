using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace NewsWatch.Cli.Inspect;

/// <summary>How every inspect command writes: one JSON object a line, times in UTC.</summary>
internal static class InspectJson
{
    private static readonly JsonSerializerOptions Options = Create();

    public static void WriteLine(TextWriter output, object line)
    {
        output.Write(JsonSerializer.Serialize(line, Options));
        output.Write('\n');
    }

    private static JsonSerializerOptions Create() => new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        Converters = { new UtcConverter(), new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    private sealed class UtcConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

        // Whole seconds unless there is more to say.
        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", System.Globalization.CultureInfo.InvariantCulture));
    }
}
