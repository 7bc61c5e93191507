using System.Text.Encodings.Web;
using System.Text.Json;

namespace NewsWatch.Cli.Output;

/// <summary>Writes one JSON object a line.</summary>
internal sealed class JsonLines : IDisposable
{
    private readonly BufferedStream _stream;
    private readonly Utf8JsonWriter _writer;

    public JsonLines(Stream stream)
    {
        _stream = new BufferedStream(stream, 1 << 16);
        _writer = new Utf8JsonWriter(_stream, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
    }

    /// <summary>Writes the members of one object.</summary>
    public void Write<TState>(TState state, Action<Utf8JsonWriter, TState> members)
    {
        _writer.WriteStartObject();
        members(_writer, state);
        _writer.WriteEndObject();
        _writer.Flush();
        _writer.Reset();
        _stream.WriteByte((byte)'\n');
    }

    public void Dispose()
    {
        _writer.Dispose();
        _stream.Dispose();
    }
}
