using System.Buffers.Binary;
using System.Text;
using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Phrases;

/// <summary>
/// The phrases themselves, one after another in one block of bytes: id, the record of another phrase of the same hash plus one, length, and the
/// tokens in UTF-8, each with a zero behind it. A bit beside the length says that the last token may go on, as a prefix does; another that
/// several ids share the record, which <see cref="SharedIds"/> keeps.
/// </summary>
internal sealed class PhraseRecords
{
    private const int Header = 12;
    private const int PrefixBit = 1 << 30;
    private const int SharedBit = 1 << 29;
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

    /// <summary>Ends the record begun, which has a token, as one whose last token may go on; returns the record.</summary>
    public int FinishPrefix()
    {
        Finish();
        Write(_open + 8, Read(_open + 8) | PrefixBit);
        return _open;
    }

    /// <summary>Copies a record from elsewhere.</summary>
    /// <param name="other">Where it is.</param>
    /// <param name="record">The record.</param>
    /// <param name="id">The id it gets.</param>
    public void Copy(PhraseRecords other, int record, int id)
    {
        var source = other._bytes.AsSpan(record, Header + other.Size(record));
        Reserve(source.Length);
        source.CopyTo(_bytes.AsSpan(Length));
        Write(Length, id);
        SetNext(Length, 0);
        Write(Length + 8, Read(Length + 8) & ~SharedBit);
        Length += source.Length;
    }

    /// <summary>Gives back what growing has reserved too much.</summary>
    public void Trim() => Array.Resize(ref _bytes, Length);

    /// <summary>Asks for a record's memory before it is needed.</summary>
    public void Prefetch(int record) => Memory.Prefetch(ref _bytes[record]);

    public int Id(int record) => Read(record);

    /// <summary>Whether the id is a place in <see cref="SharedIds"/>.</summary>
    public bool IsShared(int record) => (Read(record + 8) & SharedBit) != 0;

    /// <summary>Replaces the id of a record by a place in <see cref="SharedIds"/>.</summary>
    public void Share(int record, int place)
    {
        Write(record, place);
        Write(record + 8, Read(record + 8) | SharedBit);
    }

    /// <summary>Whether two records are of the same phrase or prefix.</summary>
    public bool AreSame(int one, int other) => IsPrefix(one) == IsPrefix(other) && Tokens(one).SequenceEqual(Tokens(other));

    /// <summary>The next record of the same hash plus one, or 0.</summary>
    public int Next(int record) => Read(record + 4);

    public void SetNext(int record, int next) => Write(record + 4, next);

    /// <summary>The record behind this one.</summary>
    public int After(int record) => record + Header + Size(record);

    /// <summary>Whether the last token may go on.</summary>
    public bool IsPrefix(int record) => (Read(record + 8) & PrefixBit) != 0;

    /// <summary>The tokens in UTF-8, each with a zero behind it.</summary>
    public ReadOnlySpan<byte> Tokens(int record) => _bytes.AsSpan(record + Header, Size(record));

    /// <summary>How many tokens the phrase has.</summary>
    public int Count(int record) => Tokens(record).Count((byte)0);

    /// <summary>Whether the phrase is these tokens of a text, compared letter for letter.</summary>
    /// <param name="record">The phrase.</param>
    /// <param name="tokens">The text.</param>
    /// <param name="first">The position of the first token; negative where it would be before the text.</param>
    /// <param name="next">The position behind the last token.</param>
    public bool IsAt(int record, TokenBuffer tokens, int first, int next)
    {
        if (first < 0) return false;
        var rest = Tokens(record);
        var whole = IsPrefix(record) ? next - 1 : next;
        for (var position = first; position < whole; position++)
        {
            var length = rest.IndexOf((byte)0);
            if (length < 0 || !tokens.HasForm(position, rest[..length])) return false;
            rest = rest[(length + 1)..];
        }

        return whole < next ? tokens.FormStartsWith(whole, rest[..^1]) : rest.IsEmpty;
    }

    private int Size(int record) => Read(record + 8) & ~(PrefixBit | SharedBit);

    private int Read(int at) => BinaryPrimitives.ReadInt32LittleEndian(_bytes.AsSpan(at));

    private void Write(int at, int value) => BinaryPrimitives.WriteInt32LittleEndian(_bytes.AsSpan(at), value);

    private void Reserve(int more)
    {
        if (_bytes.Length < Length + more + Header) Array.Resize(ref _bytes, Math.Max(64, (_bytes.Length * 2) + more + Header));
    }
}
