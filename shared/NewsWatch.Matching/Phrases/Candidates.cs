using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsWatch.Matching.Phrases.WordBeginnings;

namespace NewsWatch.Matching.Phrases;

/// <summary>The places of one text where a phrase may stand.</summary>
internal sealed class Candidates
{
    private Candidate[] _items = [];
    private uint[] _hashes = [];
    private FirstLetters? _letters;
    private PrefixProbes? _probes;
    private int _count;

    /// <summary>Tokens that may be a phrase.</summary>
    public PhraseStarts Singles { get; } = new();

    /// <summary>Tokens that, with the next one, may begin a phrase.</summary>
    public PhraseStarts Pairs { get; } = new();

    /// <summary>Tokens side by side behind which the last word of a phrase may begin with a prefix.</summary>
    public PhraseStarts BeforeEndings { get; } = new();

    /// <summary>Room for numbers of tokens, as many as the text has, or were reserved.</summary>
    public int[] Positions { get; private set; } = [];

    /// <summary>Room for as many hashes; made when there are prefixes to look for.</summary>
    public uint[] Hashes => _hashes.Length < Positions.Length ? _hashes = new uint[Positions.Length] : _hashes;

    /// <summary>The first letters of every token; made when there are prefixes to look for.</summary>
    public FirstLetters Letters => _letters ??= new FirstLetters();

    /// <summary>Room for what one block of tokens may begin with; made when there are prefixes to look for.</summary>
    public PrefixProbes Probes => _probes ??= new PrefixProbes();

    /// <summary>Where a phrase may stand.</summary>
    public Span<Candidate> Items => _items.AsSpan(0, _count);

    /// <summary>Makes room for a text of so many tokens.</summary>
    public void Reset(int tokens)
    {
        _count = 0;
        Singles.Reset(tokens);
        Pairs.Reset(tokens);
        BeforeEndings.Count = 0;
        Reserve(tokens);
    }

    /// <summary>Makes room for so many positions.</summary>
    public void Reserve(int positions)
    {
        if (Positions.Length < positions) Positions = new int[positions + (positions / 2)];
    }

    /// <summary>Adds one.</summary>
    public void Add(Candidate candidate)
    {
        Room(1) = candidate;
        Advance(1);
    }

    /// <summary>Where the next ones go, with room for so many; <see cref="Advance"/> makes them count.</summary>
    public ref Candidate Room(int more)
    {
        if (_items.Length - _count < more) Array.Resize(ref _items, Math.Max(64, Math.Max(_count + more, _count * 2)));
        return ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(_items), _count);
    }

    /// <summary>Makes so many of those written count.</summary>
    public void Advance(int more) => _count += more;
}
