using NewsWatch.Matching.Analysis.Characters;
using NewsWatch.Matching.Analysis.Words;

namespace NewsWatch.Matching.Analysis;

/// <summary>The definition, step by step, for any text and any form.</summary>
internal sealed class ExactTokens
{
    private readonly FilteredText _filtered = new();
    private readonly Forms _forms = new();
    private int[] _starts = [];
    private int[] _ends = [];
    private ulong[] _hashes = [];

    public int Count { get; private set; }

    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    public ReadOnlySpan<int> Ends => _ends.AsSpan(0, Count);

    public ReadOnlySpan<ulong> Hashes => _hashes.AsSpan(0, Count);

    /// <summary>The form at a position that is there.</summary>
    public ReadOnlySpan<char> Form(int position) => _forms.TryGet(position, out var form) ? form : default;

    /// <summary>Replaces the tokens.</summary>
    public void Fill(ReadOnlySpan<char> text, AnalyzerKind kind)
    {
        Count = 0;
        _forms.Clear();
        var filtered = _filtered.Filter(text);
        for (var start = 0; start < filtered.Length;)
        {
            if (Ideographs.Run(filtered[start..]) is > 0 and var run)
            {
                AddEach(filtered.Slice(start, run), start);
                start += run;
            }
            else if (WordScanner.TryRead(filtered, ref start, out var end))
            {
                Reserve(1);
                _hashes[Count] = _forms.Add(Count, filtered[start..end], kind);
                _starts[Count] = start;
                _ends[Count++] = end;
                start = end;
            }
        }

        if (!_filtered.KeepsOffsets) CorrectOffsets();
    }

    private void AddEach(ReadOnlySpan<char> ideographs, int start)
    {
        Reserve(ideographs.Length);
        _forms.AddEach(Count, ideographs, _hashes.AsSpan(Count));
        for (var index = 0; index < ideographs.Length; index++)
        {
            _starts[Count + index] = start + index;
            _ends[Count + index] = start + index + 1;
        }

        Count += ideographs.Length;
    }

    private void CorrectOffsets()
    {
        var cursor = new FilteredText.Cursor();
        for (var position = 0; position < Count; position++)
        {
            _starts[position] = _filtered.Correct(_starts[position], ref cursor);
            _ends[position] = _filtered.Correct(_ends[position], ref cursor);
        }
    }

    private void Reserve(int more)
    {
        if (Count + more <= _starts.Length) return;
        var size = Math.Max(64, (Count * 2) + more);
        Array.Resize(ref _starts, size);
        Array.Resize(ref _ends, size);
        Array.Resize(ref _hashes, size);
    }
}
