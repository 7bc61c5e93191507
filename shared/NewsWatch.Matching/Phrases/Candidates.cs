using NewsWatch.Matching.Phrases.WordBeginnings;

namespace NewsWatch.Matching.Phrases;

/// <summary>The places of one text where a phrase may stand.</summary>
internal sealed class Candidates
{
    private Candidate[] _items = [];
    private uint[] _hashes = [];
    private PrefixProbes? _probes;
    private int _count;

    /// <summary>Room for a number of every token: those that may be a phrase of one token, then those that may begin with a prefix.</summary>
    public int[] Singles { get; private set; } = [];

    /// <summary>Room for a number of every token: those that, with the next one, may begin a phrase.</summary>
    public int[] Pairs { get; private set; } = [];

    /// <summary>Room for a hash of every token; made when there are prefixes to look for.</summary>
    public uint[] Hashes => _hashes.Length < Singles.Length ? _hashes = new uint[Singles.Length] : _hashes;

    /// <summary>Room for what one block of tokens may begin with; made when there are prefixes to look for.</summary>
    public PrefixProbes Probes => _probes ??= new PrefixProbes();

    /// <summary>Tokens side by side that may be a phrase.</summary>
    public Span<Candidate> Items => _items.AsSpan(0, _count);

    /// <summary>Makes room for a text of so many tokens.</summary>
    public void Reset(int tokens)
    {
        _count = 0;
        if (Singles.Length > tokens) return;
        Singles = new int[tokens + (tokens / 2) + 1];
        Pairs = new int[Singles.Length];
    }

    /// <summary>Adds one.</summary>
    public void Add(Candidate candidate)
    {
        if (_count == _items.Length) Array.Resize(ref _items, Math.Max(64, _count * 2));
        _items[_count++] = candidate;
    }
}
