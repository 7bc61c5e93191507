namespace NewsWatch.Matching.Analysis.Characters;

/// <summary>
/// Leads offsets in a text from which characters were dropped back to the text before: from the recorded place on, so many were dropped.
/// An offset after which characters are missing leads behind them, as Lucene's BaseCharFilter has it.
/// </summary>
internal sealed class OffsetMap
{
    private int[] _places = [];
    private int[] _dropped = [];

    /// <summary>How many places are recorded; none means that offsets stay as they are.</summary>
    public int Count { get; private set; }

    /// <summary>Forgets everything.</summary>
    public void Clear() => Count = 0;

    /// <summary>Records that one more character is missing before offset <paramref name="place"/>; places come in order.</summary>
    public void Drop(int place)
    {
        var dropped = Count == 0 ? 1 : _dropped[Count - 1] + 1;
        if (Count == 0 || _places[Count - 1] != place) Grow(place);
        _dropped[Count - 1] = dropped;
    }

    /// <summary>The offset in the text before. <paramref name="cursor"/> starts at 0 and makes ascending calls linear.</summary>
    public int Correct(int offset, ref int cursor)
    {
        while (cursor < Count && _places[cursor] <= offset) cursor++;
        return cursor == 0 ? offset : offset + _dropped[cursor - 1];
    }

    private void Grow(int place)
    {
        if (Count == _places.Length)
        {
            Array.Resize(ref _places, Math.Max(16, Count * 2));
            Array.Resize(ref _dropped, _places.Length);
        }

        _places[Count++] = place;
    }
}
