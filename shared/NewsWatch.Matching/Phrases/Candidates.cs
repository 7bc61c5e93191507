namespace NewsWatch.Matching.Phrases;

/// <summary>The places of one text where a phrase may stand.</summary>
internal sealed class Candidates
{
    private Candidate[] _items = [];

    /// <summary>Tokens that may be a phrase of one token.</summary>
    public int[] Singles { get; private set; } = [];

    /// <summary>Tokens that, with the next one, may begin a phrase.</summary>
    public int[] Pairs { get; private set; } = [];

    /// <summary>Candidates that wait to be looked up.</summary>
    public int Count { get; private set; }

    public ref readonly Candidate this[int index] => ref _items[index];

    /// <summary>Makes room for a text of so many tokens.</summary>
    public void Reset(int tokens)
    {
        Count = 0;
        if (Singles.Length > tokens) return;
        Singles = new int[tokens + (tokens / 2) + 1];
        Pairs = new int[Singles.Length];
    }

    public void Add(Candidate candidate)
    {
        if (Count == _items.Length) Array.Resize(ref _items, Math.Max(64, Count * 2));
        _items[Count++] = candidate;
    }
}
