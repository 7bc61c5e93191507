using System.Buffers.Binary;
using System.Buffers.Text;

namespace NewsWatch.Ingestion.Intake;

/// <summary>What is remembered of an article's latest revision, small because hundreds of thousands are kept.</summary>
internal readonly record struct KnownRevision(UInt128 Hash, int Revision, long SeenTicks)
{
    public DateTimeOffset Seen => new(SeenTicks, TimeSpan.Zero);

    /// <summary>The 128 bits that a derived id or hash prints.</summary>
    public static UInt128 Bits(string derived)
    {
        Span<byte> bytes = stackalloc byte[18];
        Base64Url.DecodeFromChars(derived, bytes);
        return BinaryPrimitives.ReadUInt128LittleEndian(bytes);
    }
}
