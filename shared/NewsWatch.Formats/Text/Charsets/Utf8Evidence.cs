using System.Buffers;
using System.Text;

namespace NewsWatch.Formats.Text.Charsets;

/// <summary>How well bytes hold as UTF-8.</summary>
internal readonly record struct Utf8Evidence(int Sequences, int Errors)
{
    // The odds of a legacy text being well-formed UTF-8 fall below one in a million at about eight sequences.
    private const int Enough = 8;

    public bool IsWellFormed => Errors == 0;

    public bool IsOverwhelming => Errors == 0 && Sequences >= Enough;

    // A cut in the middle of a letter or a stray byte does not make a UTF-8 text something else.
    public bool Contradicts => Errors > Sequences;

    public static Utf8Evidence Of(ReadOnlySpan<byte> bytes)
    {
        var (sequences, errors) = (0, 0);
        while (true)
        {
            var ascii = bytes.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
            if (ascii < 0) return new Utf8Evidence(sequences, errors);
            bytes = bytes[ascii..];
            var status = Rune.DecodeFromUtf8(bytes, out _, out var consumed);
            if (status == OperationStatus.Done) sequences++;
            else if (status == OperationStatus.InvalidData) errors++;
            bytes = bytes[consumed..];
        }
    }
}
