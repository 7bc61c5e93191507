using System.Numerics;
using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Phrases.WordBeginnings;

/// <summary>
/// Prefixes that are found by a hash of their units in the table of phrases, behind a bit filter: those that are more than up to eight letters and digits of
/// ASCII. To some a <see cref="PrefixTable{TOwner}"/> leads by their first letters.
/// </summary>
/// <param name="count">How many there will be at most.</param>
internal sealed class HashedPrefixes(int count)
{
    private const int BitsEach = 16;

    // The first units of those that no table leads to are in a filter of their own, if they have so many.
    private const int Beginning = 4;

    private readonly BitFilter _wholes = new(count, BitsEach);
    private readonly BitFilter _beginnings = new(count, BitsEach);

    // Bit n stands for prefixes of n units: all, and those that no table leads to.
    private ulong _lengths;
    private ulong _otherLengths;
    private int _shortest = Beginning;

    /// <summary>Size in bytes.</summary>
    public long Bytes => _wholes.Bytes + _beginnings.Bytes;

    /// <summary>Adds a prefix; returns its hash.</summary>
    /// <param name="units">The prefix.</param>
    /// <param name="isInTable">Whether a table leads to it.</param>
    public ulong Add(ReadOnlySpan<char> units, bool isInTable)
    {
        _lengths |= 1UL << units.Length;
        _wholes.Add(Hash(units));
        if (isInTable) return Hash(units);
        _otherLengths |= 1UL << units.Length;
        _shortest = Math.Min(_shortest, units.Length);
        if (units.Length >= Beginning) _beginnings.Add(PrefixKey.Mix(PrefixKey.Of(units[..Beginning])));
        return Hash(units);
    }

    /// <summary>Adds what the tokens of a text may begin with, of the prefixes that no table leads to, to the candidates.</summary>
    public void FindOthers(TokenBuffer tokens, PhraseTable table, Candidates candidates)
    {
        if (_otherLengths == 0) return;
        var keys = candidates.Letters.Keys;
        for (var position = 0; position < keys.Length; position++)
        {
            if (FirstLetters.IsSurelyAscii(keys[position])) continue;
            var form = tokens.Form(position);

            // A table leads to all others of these lengths.
            if (MayBegin(form)) Find(_otherLengths & PrefixKey.LengthsBeyondAscii(form), form, position, table, candidates);
        }
    }

    /// <summary>Adds what a token may begin with to the candidates.</summary>
    /// <param name="lengths">Bit n stands for prefixes of n units.</param>
    /// <param name="form">The token's form.</param>
    /// <param name="position">The token.</param>
    /// <param name="table">The table of phrases.</param>
    /// <param name="candidates">Where they go.</param>
    public void Find(ulong lengths, ReadOnlySpan<char> form, int position, PhraseTable table, Candidates candidates)
    {
        for (lengths &= _lengths; lengths != 0; lengths &= lengths - 1)
        {
            var length = BitOperations.TrailingZeroCount(lengths);
            if (length > form.Length) return;
            var hash = Hash(form[..length]);
            if (!_wholes.MayContain(hash)) continue;
            table.Prefetch(hash);
            candidates.Add(new Candidate(position, position + 1, hash));
        }
    }

    private bool MayBegin(ReadOnlySpan<char> form) =>
        _shortest < Beginning || (form.Length >= Beginning && _beginnings.MayContain(PrefixKey.Mix(PrefixKey.Of(form[..Beginning]))));

    // Eight units at a time, and the length, since a unit of which eight bits count may be 0 in these.
    private static ulong Hash(ReadOnlySpan<char> units)
    {
        var hash = PrefixKey.Salt + (ulong)units.Length;
        for (; units.Length > PrefixKey.Longest; units = units[PrefixKey.Longest..]) hash = PrefixKey.Mix(hash ^ PrefixKey.Of(units[..PrefixKey.Longest]));
        return PrefixKey.Mix(BitOperations.RotateLeft(hash, 29) ^ PrefixKey.Of(units));
    }
}
