using System.Text;

namespace NewsWatch.Matching.Analysis.Characters;

/// <summary>
/// A text after the character filters (steps 2 and 3), with the way back to its offsets. Reusable: its buffers grow to the longest text and stay.
/// An ASCII text without a joined prefix is not copied.
/// </summary>
internal sealed class FilteredText
{
    private readonly OffsetMap _mapped = new();
    private readonly OffsetMap _joined = new();
    private char[] _first = [];
    private char[] _second = [];

    /// <summary>Whether offsets after the filters are those before.</summary>
    public bool KeepsOffsets => _mapped.Count == 0 && _joined.Count == 0;

    /// <summary>Filters a text; what is returned is valid until the next call or until <paramref name="text"/> goes.</summary>
    public ReadOnlySpan<char> Filter(ReadOnlySpan<char> text)
    {
        _mapped.Clear();
        _joined.Clear();
        return Join(Map(text));
    }

    /// <summary>A cursor for <see cref="Correct"/>, to be used with ascending offsets.</summary>
    public struct Cursor
    {
        internal int Mapped;
        internal int Joined;
    }

    /// <summary>Leads an offset after the filters back to the original text.</summary>
    public int Correct(int offset, ref Cursor cursor) =>
        _mapped.Correct(_joined.Correct(offset, ref cursor.Joined), ref cursor.Mapped);

    private ReadOnlySpan<char> Map(ReadOnlySpan<char> text)
    {
        if (Ascii.IsValid(text)) return text;
        Grow(ref _first, text.Length);
        var table = CharacterMap.OfUnit;
        var destination = _first.AsSpan(0, text.Length);
        var written = 0;
        foreach (var unit in text)
        {
            if (CharacterMap.IsDropped(unit)) _mapped.Drop(written);
            else destination[written++] = table[unit];
        }

        return destination[..written];
    }

    private ReadOnlySpan<char> Join(ReadOnlySpan<char> text)
    {
        var hyphen = NextJoined(text, 0);
        if (hyphen < 0) return text;
        Grow(ref _second, text.Length);
        var read = 0;
        var written = 0;
        while (hyphen >= 0)
        {
            text[read..hyphen].CopyTo(_second.AsSpan(written));
            written += hyphen - read;
            read = hyphen + 1;
            _joined.Drop(written);
            hyphen = NextJoined(text, read);
        }

        text[read..].CopyTo(_second.AsSpan(written));
        return _second.AsSpan(0, written + text.Length - read);
    }

    private static int NextJoined(ReadOnlySpan<char> text, int from)
    {
        while (from < text.Length)
        {
            var found = text[from..].IndexOf('-');
            if (found < 0) return -1;
            if (JoinedPrefix.Joins(text, from + found)) return from + found;
            from += found + 1;
        }

        return -1;
    }

    private static void Grow(ref char[] buffer, int length)
    {
        if (buffer.Length < length) buffer = new char[Math.Max(length, buffer.Length * 2)];
    }
}
