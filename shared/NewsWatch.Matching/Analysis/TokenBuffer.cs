using NewsWatch.Matching.Analysis.Characters;
using NewsWatch.Matching.Analysis.Filters;
using NewsWatch.Matching.Analysis.Words;

namespace NewsWatch.Matching.Analysis;

/// <summary>
/// The tokens of one text, without a string or an object a token. Fill it again and again: its arrays grow to the longest text and stay, so
/// filling allocates nothing once it has grown. Not thread-safe; keep one a thread.
/// </summary>
public sealed class TokenBuffer
{
    private readonly FilteredText _filtered = new();
    private int[] _starts = [];
    private int[] _ends = [];
    private int[] _formEnds = [];
    private ulong[] _hashes = [];
    private char[] _forms = [];

    /// <summary>How many tokens the text has; positions are 0 to <c>Count - 1</c>.</summary>
    public int Count { get; private set; }

    /// <summary>Where each token starts in the original text, in UTF-16 units.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    /// <summary>One past where each token ends in the original text, in UTF-16 units.</summary>
    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, Count);

    /// <summary>Each token's <see cref="TokenHash"/>.</summary>
    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>The normal form of the token at <paramref name="position"/>; valid until the next <see cref="Fill"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public ReadOnlySpan<char> Form(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, Count);
        var start = position == 0 ? 0 : _formEnds[position - 1];
        return _forms.AsSpan(start.._formEnds[position]);
    }

    /// <summary>Replaces the tokens by those of <paramref name="text"/>, in linear time.</summary>
    public void Fill(ReadOnlySpan<char> text, AnalyzerKind kind = AnalyzerKind.Text)
    {
        Count = 0;
        var filtered = _filtered.Filter(text);
        var cursor = new FilteredText.Cursor();
        var written = 0;
        for (var start = 0; WordScanner.TryRead(filtered, ref start, out var end); start = end)
        {
            Reserve(written);
            var length = WordFilters.Apply(filtered[start..end], kind, _forms.AsSpan(written));
            _hashes[Count] = TokenHash.Of(_forms.AsSpan(written, length));
            _formEnds[Count] = written += length;
            _starts[Count] = _filtered.Correct(start, ref cursor);
            _ends[Count++] = _filtered.Correct(end, ref cursor);
        }
    }

    private void Reserve(int written)
    {
        if (Count == _starts.Length)
        {
            var size = Math.Max(64, Count * 2);
            Array.Resize(ref _starts, size);
            Array.Resize(ref _ends, size);
            Array.Resize(ref _formEnds, size);
            Array.Resize(ref _hashes, size);
        }

        if (_forms.Length < written + WordFilters.LongestForm) Array.Resize(ref _forms, Math.Max(_forms.Length * 2, written + WordFilters.LongestForm));
    }
}
