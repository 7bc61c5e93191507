using System.Buffers.Binary;
using System.Text;
using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// The phrases themselves, one after another in one block of bytes: id, the record of another phrase of the same hash plus one, length, and the
/// tokens in UTF-8, each with a zero behind it.
/// </summary>
internal sealed class PhraseRecords
{
    private const int Header = 12;
    private byte[] _bytes = [];
    private int _open;

    /// <summary>Bytes in use, which is where the next record will be.</summary>
    public int Length { get; private set; }

    /// <summary>Size in bytes.</summary>
    public long Bytes => _bytes.LongLength;

    /// <summary>Begins a record; its tokens follow with <see cref="Append"/>, and <see cref="Finish"/>.</summary>
    public void Begin(int id)
    {
        Reserve(Header);
        _open = Length;
        Length += Header;
        Write(_open, id);
        Write(_open + 4, 0);
    }

    /// <summary>Adds a token to the record begun.</summary>
    public void Append(ReadOnlySpan<char> form)
    {
        Reserve((3 * form.Length) + 1);
        Length += Encoding.UTF8.GetBytes(form, _bytes.AsSpan(Length));
        _bytes[Length++] = 0;
    }

    /// <summary>Ends the record begun; false, and nothing added, where it has no token.</summary>
    public bool Finish()
    {
        Write(_open + 8, Length - _open - Header);
        if (Length > _open + Header) return true;
        Length = _open;
        return false;
    }

    /// <summary>Copies a record from elsewhere.</summary>
    public void Copy(PhraseRecords other, int record)
    {
        var source = other._bytes.AsSpan(record, Header + other.Read(record + 8));
        Reserve(source.Length);
        source.CopyTo(_bytes.AsSpan(Length));
        SetNext(Length, 0);
        Length += source.Length;
    }

    /// <summary>Gives back what growing has reserved too much.</summary>
    public void Trim() => Array.Resize(ref _bytes, Length);

    /// <summary>Asks for a record's memory before it is needed.</summary>
    public void Prefetch(int record) => Memory.Prefetch(ref _bytes[record]);

    public int Id(int record) => Read(record);

    /// <summary>The next record of the same hash plus one, or 0.</summary>
    public int Next(int record) => Read(record + 4);

    public void SetNext(int record, int next) => Write(record + 4, next);

    /// <summary>The record behind this one.</summary>
    public int After(int record) => record + Header + Read(record + 8);

    /// <summary>The tokens in UTF-8, each with a zero behind it.</summary>
    public ReadOnlySpan<byte> Tokens(int record) => _bytes.AsSpan(record + Header, Read(record + 8));

    /// <summary>Whether the phrase is these tokens of a text, compared letter for letter.</summary>
    public bool IsAt(int record, TokenBuffer tokens, int first, int next)
    {
        var rest = Tokens(record);
        for (var position = first; position < next; position++)
        {
            var length = rest.IndexOf((byte)0);
            if (length < 0 || !tokens.HasForm(position, rest[..length])) return false;
            rest = rest[(length + 1)..];
        }

        return rest.IsEmpty;
    }

    private int Read(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at));

    private void Write(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(at), value);

    private void Reserve(int more)
    {
        if (_bytes.Length < Length + more + Header) Array.Resize(ref _bytes, Math.Max(64, (_bytes.Length * 2) + more + Header));
    }
}
