using System.Buffers.Binary;
using System.IO.Hashing;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory.Journal;

/// <summary>One record of the journal file: length, CRC-32, kind, sequence number, endpoint bits, payload.</summary>
/// <param name="Kind">What it says.</param>
/// <param name="Sequence">Number of the message.</param>
/// <param name="Endpoints">For a message: the endpoints that must finish it; for <see cref="RecordKind.Done"/>: those that have.</param>
/// <param name="Payload">JSON of a message; empty else.</param>
internal readonly record struct JournalRecord(RecordKind Kind, long Sequence, byte Endpoints, ReadOnlyMemory<byte> Payload)
{
    private const int Prefix = 4 + 4;
    private const int Fixed = 1 + 8 + 1;

    /// <summary>A longer record can only be rubbish: a message carries at most some hundred kilobytes.</summary>
    private const int MaxLength = 256 * 1024 * 1024;

    public int Size => Prefix + Fixed + Payload.Length;

    public void WriteTo(Span<byte> target)
    {
        var body = target[Prefix..Size];
        body[0] = (byte)Kind;
        BinaryPrimitives.WriteInt64LittleEndian(body[1..], Sequence);
        body[9] = Endpoints;
        Payload.Span.CopyTo(body[Fixed..]);
        BinaryPrimitives.WriteInt32LittleEndian(target, body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(target[4..], Crc32.HashToUInt32(body));
    }

    /// <summary>Reads the record at the start of <paramref name="source"/>; false where the file was cut off in the middle of a write.</summary>
    public static bool TryRead(ReadOnlyMemory<byte> source, out JournalRecord record)
    {
        record = default;
        if (source.Length < Prefix + Fixed) return false;
        var length = BinaryPrimitives.ReadInt32LittleEndian(source.Span);
        if (length is < Fixed or > MaxLength || source.Length < Prefix + length) return false;
        var body = source.Slice(Prefix, length);
        if (Crc32.HashToUInt32(body.Span) != BinaryPrimitives.ReadUInt32LittleEndian(source.Span[4..])) return false;
        record = new JournalRecord((RecordKind)body.Span[0], BinaryPrimitives.ReadInt64LittleEndian(body.Span[1..]), body.Span[9], body[Fixed..]);
        return true;
    }
}

internal enum RecordKind : byte
{
    Articles = 1,
    Alert = 2,
    Done = 3,
}
