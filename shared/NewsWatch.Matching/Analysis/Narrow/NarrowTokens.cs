namespace NewsWatch.Matching.Analysis.Narrow;

/// <summary>The text form of the tokens of a text that is narrow, 64 characters at a time; the few words that are more than letters and digits one by one.</summary>
internal sealed class NarrowTokens
{
    private readonly NarrowWords _words = new();
    private readonly Forms _forms = new();
    private byte[] _bytes = [];
    private ulong[] _hashes = [];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Starts => _words.Starts[..Count];

    public ReadOnlySpan<int> Ends => _words.Ends[..Count];

    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>The narrow form of a text, with what lies behind it; false where it has none. The tokens are gone.</summary>
    public bool TryNarrow(ReadOnlySpan<char> text, out ReadOnlySpan<byte> narrow)
    {
        Count = 0;
        if (_bytes.Length < text.Length + (2 * NarrowText.Block)) _bytes = new byte[text.Length + (text.Length / 2) + (2 * NarrowText.Block)];
        narrow = _bytes;
        return NarrowText.TryWrite(text, _bytes);
    }

    /// <summary>Replaces the tokens; false where the text needs the exact path.</summary>
    public bool TryFill(ReadOnlySpan<char> text)
    {
        if (!TryNarrow(text, out _)) return false;
        _words.Cut(text, _bytes);
        Count = _words.Count;
        if (_hashes.Length < Count) _hashes = new ulong[Count + (Count / 2)];
        if (!NarrowHashes.TryHash(_bytes, _words.Starts, _words.Ends, _hashes)) return false;
        FormOdd(text);
        return true;
    }

    /// <summary>Whether the form is the narrow text, which then is in <paramref name="bytes"/>; else it is in <paramref name="form"/>.</summary>
    public bool TryGetSimple(int position, out ReadOnlySpan<byte> bytes, out ReadOnlySpan<char> form)
    {
        bytes = _bytes.AsSpan(_words.Starts[position].._words.Ends[position]);
        return !_forms.TryGet(position, out form);
    }

    private void FormOdd(ReadOnlySpan<char> text)
    {
        _forms.Clear();
        var dropped = 0;
        foreach (var number in _words.Odd)
        {
            var at = number - dropped;
            if (IsUnderscores(at))
            {
                Remove(at);
                dropped++;
            }
            else
            {
                _hashes[at] = _forms.Add(at, text[_words.Starts[at].._words.Ends[at]], AnalyzerKind.Text);
            }
        }
    }

    private bool IsUnderscores(int number) => !_bytes.AsSpan(_words.Starts[number].._words.Ends[number]).ContainsAnyExcept((byte)'_');

    private void Remove(int number)
    {
        _words.Starts[(number + 1)..].CopyTo(_words.Starts[number..]);
        _words.Ends[(number + 1)..].CopyTo(_words.Ends[number..]);
        _hashes.AsSpan((number + 1)..Count).CopyTo(_hashes.AsSpan(number));
        Count--;
    }
}
