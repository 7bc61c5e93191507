using System.Runtime.CompilerServices;
using System.Text;
using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Phrases;

/// <summary>The phrases themselves, one after another in one block of bytes: each a <see cref="PhraseHead"/> and its tokens in UTF-8 with a zero behind each.</summary>
internal sealed class PhraseRecords
{
    private byte[] _bytes = [];
    private int _open;
    private int _openId;

    /// <summary>Bytes in use, which is where the next record will be.</summary>
    public int Length { get; private set; }

    /// <summary>Size in bytes.</summary>
    public long Bytes => _bytes.LongLength;

    private static int HeadSize => Unsafe.SizeOf<PhraseHead>();

    /// <summary>Begins a record; its tokens follow with <see cref="Append"/>, and <see cref="Finish"/> or <see cref="FinishPrefix"/>.</summary>
    public void Begin(int id)
    {
        Reserve(HeadSize);
        (_open, _openId) = (Length, id);
        Length += HeadSize;
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
        Write(_open, PhraseHead.Of(_openId, Opened));
        if (!Opened.IsEmpty) return true;
        Length = _open;
        return false;
    }

    /// <summary>Ends the record begun, which has a token, as one whose last token may go on; returns the record.</summary>
    public int FinishPrefix()
    {
        Write(_open, PhraseHead.OfPrefix(_openId, Opened));
        return _open;
    }

    /// <summary>Copies a record from elsewhere.</summary>
    /// <param name="other">Where it is.</param>
    /// <param name="record">The record.</param>
    /// <param name="id">The id it gets.</param>
    public void Copy(PhraseRecords other, int record, int id)
    {
        var source = other._bytes.AsSpan(record..other.After(record));
        Reserve(source.Length);
        source.CopyTo(_bytes.AsSpan(Length));
        Write(Length, other.Head(record).Alone(id));
        Length += source.Length;
    }

    /// <summary>Leaves just the room that <see cref="PlainPhrase"/> may read behind the last record.</summary>
    public void Trim() => Array.Resize(ref _bytes, Length + PlainPhrase.Longest);

    /// <summary>Asks for a record's memory before it is needed.</summary>
    public void Prefetch(int record) => Memory.Prefetch(ref _bytes[record]);

    /// <summary>What is known of a record beside its tokens.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public PhraseHead Head(int record) => Unsafe.ReadUnaligned<PhraseHead>(ref _bytes[record]);

    /// <summary>Replaces the id of a record by a place in <see cref="SharedIds"/>.</summary>
    public void Share(int record, int place) => Write(record, Head(record).Shared(place));

    /// <summary>Notes another record that is found by the same hash, plus one.</summary>
    public void SetNext(int record, int next) => Write(record, Head(record) with { Next = next });

    /// <summary>Whether two records are of the same phrase or prefix.</summary>
    public bool AreSame(int one, int other) => Head(one).IsPrefix == Head(other).IsPrefix && Tokens(one).SequenceEqual(Tokens(other));

    /// <summary>The record behind this one.</summary>
    public int After(int record) => record + HeadSize + Head(record).Size;

    /// <summary>The tokens in UTF-8, each with a zero behind it.</summary>
    public ReadOnlySpan<byte> Tokens(int record) => _bytes.AsSpan(record + HeadSize, Head(record).Size);

    /// <summary>How many tokens the phrase has.</summary>
    public int Count(int record) => Tokens(record).Count((byte)0);

    /// <summary>Whether the phrase is these tokens of a text, compared letter for letter.</summary>
    /// <param name="record">The phrase.</param>
    /// <param name="head">Its head.</param>
    /// <param name="tokens">The text.</param>
    /// <param name="first">The position of the first token; negative where it would be before the text.</param>
    /// <param name="next">The position behind the last token.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsAt(int record, in PhraseHead head, TokenBuffer tokens, int first, int next) =>
        (head.IsPlain && tokens.IsNarrow && PlainPhrase.IsAt(ref _bytes[record + HeadSize], head.Size, tokens.Narrow, first, next)) || AreAt(record, head, tokens, first, next);

    private bool AreAt(int record, in PhraseHead head, TokenBuffer tokens, int first, int next)
    {
        if (first < 0) return false;
        var rest = Tokens(record);
        var whole = head.IsPrefix ? next - 1 : next;
        for (var position = first; position < whole; position++)
        {
            var length = rest.IndexOf((byte)0);
            if (length < 0 || !tokens.HasForm(position, rest[..length])) return false;
            rest = rest[(length + 1)..];
        }

        return whole < next ? tokens.FormStartsWith(whole, rest[..^1]) : rest.IsEmpty;
    }

    private ReadOnlySpan<byte> Opened => _bytes.AsSpan((_open + HeadSize)..Length);

    private void Write(int record, PhraseHead head) => Unsafe.WriteUnaligned(ref _bytes[record], head);

    private void Reserve(int more)
    {
        if (_bytes.Length < Length + more + HeadSize) Array.Resize(ref _bytes, Math.Max(64, (_bytes.Length * 2) + more + HeadSize));
    }
}
