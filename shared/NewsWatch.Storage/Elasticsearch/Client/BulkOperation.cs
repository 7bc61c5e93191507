using System.Text.Json;

namespace NewsWatch.Storage.Elasticsearch.Client;

/// <summary>One document of a bulk request.</summary>
/// <param name="Kind"><c>create</c>, <c>index</c> or <c>delete</c>.</param>
/// <param name="Index">Where it goes.</param>
/// <param name="Id">Its id.</param>
/// <param name="Source">The document as JSON on one line; empty for a delete.</param>
/// <param name="Expected">The state that the stored document must still be in.</param>
internal sealed record BulkOperation(string Kind, string Index, string Id, ReadOnlyMemory<byte> Source, SequenceNumber? Expected = null)
{
    /// <summary>A document that must not exist yet.</summary>
    public static BulkOperation Create(string index, string id, ReadOnlyMemory<byte> source) => new("create", index, id, source);

    /// <summary>Roughly how long it is in the request.</summary>
    public int Length => Source.Length + 150;

    /// <summary>Writes action and document.</summary>
    public void WriteTo(Stream stream, Utf8JsonWriter writer)
    {
        writer.Reset(stream);
        writer.WriteStartObject();
        writer.WriteStartObject(Kind);
        writer.WriteString("_index", Index);
        writer.WriteString("_id", Id);
        if (Expected is { } expected)
        {
            writer.WriteNumber("if_seq_no", expected.Number);
            writer.WriteNumber("if_primary_term", expected.Term);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        stream.WriteByte((byte)'\n');
        if (Source.IsEmpty) return;
        stream.Write(Source.Span);
        stream.WriteByte((byte)'\n');
    }
}

/// <summary>A stored document's state, for writes that must not overtake another.</summary>
/// <param name="Number"><c>_seq_no</c>.</param>
/// <param name="Term"><c>_primary_term</c>.</param>
internal readonly record struct SequenceNumber(long Number, long Term)
{
    /// <summary>Reads it from a get or a search hit.</summary>
    public static SequenceNumber Of(JsonElement document) => new(document.GetProperty("_seq_no").GetInt64(), document.GetProperty("_primary_term").GetInt64());
}

/// <summary>What became of one document of a bulk request.</summary>
/// <param name="Status">HTTP status of the document alone.</param>
/// <param name="Reason">What the server says where it failed.</param>
internal readonly record struct BulkResult(int Status, string? Reason)
{
    public bool Succeeded => Status is >= 200 and < 300;

    /// <summary>The index takes no writes for a moment.</summary>
    public bool Blocked { get; init; }

    /// <summary>The document is there already, or in another state than expected.</summary>
    public bool Conflict => Status == 409;

    /// <summary>Too busy just now, for this document.</summary>
    public bool MayComeLater => Status is 429 or 502 or 503 or 504 || (Status == 403 && Blocked);
}
