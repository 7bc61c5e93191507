namespace NewsWatch.Matching.Phrases;

/// <summary>Places of a text where a phrase may start, with the hash of the tokens there; or where it may end, with the hash of the tokens before.</summary>
internal sealed class PhraseStarts
{
    /// <summary>How many there are.</summary>
    public int Count { get; set; }

    /// <summary>The position of the first token of each; or of the one behind those before.</summary>
    public int[] Positions { get; private set; } = [];

    /// <summary>The hash of each.</summary>
    public ulong[] Hashes { get; private set; } = [];

    /// <summary>Forgets all of them and makes room for one at each of so many tokens.</summary>
    public void Reset(int tokens)
    {
        Count = 0;
        Reserve(tokens);
    }

    /// <summary>Makes room for so many more.</summary>
    public void Reserve(int more)
    {
        if (Positions.Length - Count >= more) return;
        var (positions, hashes, room) = (Positions, Hashes, Count + more + ((Count + more) / 2));
        Array.Resize(ref positions, room);
        Array.Resize(ref hashes, room);
        (Positions, Hashes) = (positions, hashes);
    }
}
