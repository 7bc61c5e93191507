using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace NewsWatch.Contracts;

/// <summary>Times as the system writes them: RFC 3339 in UTC with a <c>Z</c>, to the millisecond or, where that would lose something, in full.</summary>
public sealed class UtcTimeConverter : JsonConverter<DateTimeOffset>
{
    private const int InFull = 28; // 2026-11-25T10:42:00.1234567Z
    private const int ToTheMillisecond = 24;

    /// <inheritdoc/>
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.GetDateTimeOffset();

    /// <inheritdoc/>
    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options)
    {
        // The round-trip format is several times as fast as a custom one, and the other is the same with fewer digits.
        Span<byte> text = stackalloc byte[InFull];
        value.UtcDateTime.TryFormat(text, out var length, "O", CultureInfo.InvariantCulture);
        if (value.Ticks % TimeSpan.TicksPerMillisecond == 0)
        {
            length = ToTheMillisecond;
            text[length - 1] = (byte)'Z';
        }

        writer.WriteStringValue(text[..length]);
    }
}
