using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using NewsWatch.Matching.Analysis.Characters;
using NewsWatch.Matching.Analysis.Filters;

namespace NewsWatch.Matching.Analysis;

/// <summary>The normal forms of those tokens whose form is not simply their narrow text, by ascending token number.</summary>
internal sealed class Forms
{
    private int[] _numbers = [];
    private int[] _ends = [];
    private char[] _text = [];
    private int _count;

    /// <summary>The numbers of the tokens that have an entry, ascending.</summary>
    public ReadOnlySpan<int> Numbers => _numbers.AsSpan(0, _count);

    private int Written => _count == 0 ? 0 : _ends[_count - 1];

    /// <summary>Forgets everything.</summary>
    public void Clear() => _count = 0;

    /// <summary>Adds the form of a token whose number is higher than those before; returns its hash.</summary>
    public ulong Add(int number, ReadOnlySpan<char> word, AnalyzerKind kind)
    {
        Reserve(1, WordFilters.LongestForm);
        var start = Written;
        var room = _text.AsSpan(start);
        if (kind != AnalyzerKind.Text || !SimpleForms.TryWrite(word, room, out var isAscii)) return AddFiltered(number, word, kind);
        Note(number, start + word.Length);
        return isAscii ? TokenHash.Of(room[..word.Length]) : TokenHash.OfWide(room[..word.Length]);
    }

    /// <summary>Adds a form that is ready and holds nothing of ASCII; returns its hash.</summary>
    /// <param name="number">The token.</param>
    /// <param name="form">What begins with the form; at least eight units can be read.</param>
    /// <param name="length">Its length, at most <see cref="Words.WordScanner.LongestWord"/>.</param>
    public ulong AddFolded(int number, ReadOnlySpan<char> form, int length)
    {
        Reserve(1, WordFilters.LongestForm);
        var start = Written;
        Note(number, start + length);
        if (length * sizeof(char) > TokenHash.ShortBytes)
        {
            form[..length].CopyTo(_text.AsSpan(start));
            return TokenHash.OfWide(form[..length]);
        }

        // With what lies behind it, so that how long it is decides nothing.
        ref var first = ref MemoryMarshal.GetReference(form);
        Vector128.LoadUnsafe(ref Unsafe.As<char, ushort>(ref first)).StoreUnsafe(ref Unsafe.As<char, ushort>(ref _text[start]));
        return TokenHash.OfShortWide(ref first, length);
    }

    /// <summary>Adds a form for each unit, none of them ASCII or half of a pair, from a token on; writes their hashes.</summary>
    public void AddEach(int number, ReadOnlySpan<char> units, Span<ulong> hashes)
    {
        Reserve(units.Length, units.Length);
        var start = Written;
        units.CopyTo(_text.AsSpan(start));
        for (var index = 0; index < units.Length; index++)
        {
            hashes[index] = TokenHash.OfWide(units[index]);
            _numbers[_count + index] = number + index;
            _ends[_count + index] = start + index + 1;
        }

        _count += units.Length;
    }

    /// <summary>Adds a form in ASCII; returns its hash.</summary>
    public ulong AddAscii(int number, ReadOnlySpan<byte> form)
    {
        Reserve(1, WordFilters.LongestForm);
        var end = Written + form.Length;
        Encoding.ASCII.GetChars(form, _text.AsSpan(Written));
        Note(number, end);
        return TokenHash.OfBytes(form);
    }

    /// <summary>Finds a token's form.</summary>
    public bool TryGet(int number, out ReadOnlySpan<char> form)
    {
        var index = IndexOf(number);
        form = index < 0 ? default : this[index];
        return index >= 0;
    }

    /// <summary>The form of the token that is at <paramref name="index"/> in <see cref="Numbers"/>.</summary>
    public ReadOnlySpan<char> this[int index] => _text.AsSpan((index == 0 ? 0 : _ends[index - 1]).._ends[index]);

    // Where every token has an entry, the number is the index.
    private int IndexOf(int number) =>
        number < _count && _numbers[number] == number ? number : _numbers.AsSpan(0, _count).BinarySearch(number);

    private ulong AddFiltered(int number, ReadOnlySpan<char> word, AnalyzerKind kind)
    {
        var start = Written;
        var length = WordFilters.Apply(Map(word, stackalloc char[Words.WordScanner.LongestWord]), kind, _text.AsSpan(start));
        Note(number, start + length);
        return TokenHash.Of(_text.AsSpan(start, length));
    }

    // Harmless after the character filters; before them it stands in for them. A hyphen inside a word is one that ties a prefix.
    private static ReadOnlySpan<char> Map(ReadOnlySpan<char> word, Span<char> mapped)
    {
        var length = 0;
        foreach (var unit in word)
        {
            var becomes = CharacterMap.Of(unit);
            if (becomes != '-' && !CharacterMap.IsDropped(unit)) mapped[length++] = becomes;
        }

        return mapped[..length];
    }

    private void Note(int number, int end)
    {
        _numbers[_count] = number;
        _ends[_count++] = end;
    }

    private void Reserve(int tokens, int units)
    {
        if (_count + tokens > _numbers.Length)
        {
            var size = Math.Max(64, (_count * 2) + tokens);
            Array.Resize(ref _numbers, size);
            Array.Resize(ref _ends, size);
        }

        if (_text.Length < Written + units) Array.Resize(ref _text, Math.Max(_text.Length * 2, Written + units));
    }
}
