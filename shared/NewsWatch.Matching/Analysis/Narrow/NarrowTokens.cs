namespace NewsWatch.Matching.Analysis.Narrow;

/// <summary>The text form of the tokens of a text that is narrow, 64 characters at a time; the few words that are more than letters and digits one by one.</summary>
internal sealed class NarrowTokens
{
    private readonly NarrowWords _words = new();
    private readonly Forms _forms = new();
    private byte[] _bytes = [];
    private char[] _folded = [];
    private ulong[] _hashes = [];
    private int[] _starts = [];
    private int[] _ends = [];
    private bool _isSplit;

    public int Count => _words.Count;

    public ReadOnlySpan<int> Starts
    {
        get
        {
            if (!_isSplit) Split();
            return _starts.AsSpan(0, Count);
        }
    }

    public ReadOnlySpan<int> Ends
    {
        get
        {
            if (!_isSplit) Split();
            return _ends.AsSpan(0, Count);
        }
    }

    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>The narrow form of any text, with what lies behind it. The tokens are gone.</summary>
    public ReadOnlySpan<byte> Narrow(ReadOnlySpan<char> text)
    {
        TryNarrow(text, isWhole: true);
        return _bytes;
    }

    /// <summary>Replaces the tokens; false where the text needs the exact path.</summary>
    public bool TryFill(ReadOnlySpan<char> text)
    {
        if (!TryNarrow(text, isWhole: false)) return false;
        _words.Cut(text, _bytes);
        if (_hashes.Length < Count) _hashes = new ulong[Count + (Count / 2)];
        if (!NarrowHashes.TryHash(_bytes, _words.Bounds, _hashes)) return false;
        FormOdd(text);
        return true;
    }

    /// <summary>The narrow text, with what lies behind it.</summary>
    public ReadOnlySpan<byte> Text => _bytes;

    /// <summary>Where each token starts and one past where it ends, in turn.</summary>
    public ReadOnlySpan<int> Bounds => _words.Bounds;

    /// <summary>The tokens whose form is not simply their narrow text, ascending.</summary>
    public ReadOnlySpan<int> OddNumbers => _forms.Numbers;

    /// <summary>The form of the token that is at <paramref name="index"/> in <see cref="OddNumbers"/>.</summary>
    public ReadOnlySpan<char> OddForm(int index) => _forms[index];

    /// <summary>Where a token starts.</summary>
    public int Start(int position) => _words.Start(position);

    /// <summary>One past where a token ends.</summary>
    public int End(int position) => _words.End(position);

    /// <summary>Whether the form is the narrow text, which then is in <paramref name="bytes"/>; else it is in <paramref name="form"/>.</summary>
    public bool TryGetSimple(int position, out ReadOnlySpan<byte> bytes, out ReadOnlySpan<char> form)
    {
        bytes = Written(position);
        return !_forms.TryGet(position, out form);
    }

    private bool TryNarrow(ReadOnlySpan<char> text, bool isWhole)
    {
        _words.Clear();
        _forms.Clear();
        _isSplit = false;
        Reserve(text.Length);
        return NarrowText.TryWrite(text, _bytes, _folded, isWhole);
    }

    private void FormOdd(ReadOnlySpan<char> text)
    {
        var removed = 0;
        foreach (var number in _words.Odd)
        {
            var at = number - removed;
            if (OtherLetters.Are(Written(at)))
            {
                _hashes[at] = _forms.AddFolded(at, _folded.AsSpan(_words.Start(at)), _words.End(at) - _words.Start(at));
            }
            else if (IsUnderscores(at))
            {
                Remove(at);
                removed++;
            }
            else
            {
                _hashes[at] = Form(at, text);
            }
        }
    }

    private ulong Form(int number, ReadOnlySpan<char> text)
    {
        Span<byte> form = stackalloc byte[Words.WordScanner.LongestWord];
        var word = Written(number);

        // Only s and S are taken away behind an apostrophe, not what folds to s.
        var isFolded = word[^1] == 's' && text[_words.End(number) - 1] is not ('s' or 'S');
        var length = isFolded ? 0 : NarrowForms.Write(word, form);
        return length > 0
            ? _forms.AddAscii(number, form[..length])
            : _forms.Add(number, text[_words.Start(number).._words.End(number)], AnalyzerKind.Text);
    }

    private ReadOnlySpan<byte> Written(int number) => _bytes.AsSpan(_words.Start(number).._words.End(number));

    private bool IsUnderscores(int number) => !Written(number).ContainsAnyExcept((byte)'_');

    private void Remove(int number)
    {
        _hashes.AsSpan((number + 1)..Count).CopyTo(_hashes.AsSpan(number));
        _words.Remove(number);
    }

    private void Reserve(int length)
    {
        if (_bytes.Length >= length + (2 * NarrowText.Block)) return;
        var size = length + (length / 2) + (2 * NarrowText.Block);
        (_bytes, _folded) = (new byte[size], new char[size]);
    }

    // Few texts are asked for all of them.
    private void Split()
    {
        _isSplit = true;
        if (_starts.Length < Count) (_starts, _ends) = (new int[_hashes.Length], new int[_hashes.Length]);
        for (var number = 0; number < Count; number++) (_starts[number], _ends[number]) = (_words.Start(number), _words.End(number));
    }
}
