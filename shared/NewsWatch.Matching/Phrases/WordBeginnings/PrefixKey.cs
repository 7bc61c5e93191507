using System.Runtime.CompilerServices;

namespace NewsWatch.Matching.Phrases.WordBeginnings;

/// <summary>First letters as a number: up to eight ASCII letters are the number itself, the first in the lowest byte, as narrow text has them in memory.</summary>
internal static class PrefixKey
{
    /// <summary>The most letters that a key has.</summary>
    public const int Longest = sizeof(ulong);

    /// <summary>Sets the hashes of prefixes apart from those of whole tokens with the same letters, which are in one table with them.</summary>
    public const ulong Salt = 0x9FB21C651E98DF25;

    // The odd number next to 2^64 divided by the golden ratio.
    private const ulong Spread = 0x9E3779B97F4A7C15;

    /// <summary>Whether all of it is letters and digits of ASCII.</summary>
    public static bool IsPlain(ReadOnlySpan<char> prefix)
    {
        foreach (var unit in prefix)
        {
            if (!char.IsAsciiLetterOrDigit(unit)) return false;
        }

        return true;
    }

    /// <summary>The key of up to eight units; others may have the same where they are not ASCII.</summary>
    public static ulong Of(ReadOnlySpan<char> units)
    {
        var key = 0UL;
        for (var unit = 0; unit < units.Length; unit++) key ^= (ulong)units[unit] << (8 * unit);
        return key;
    }

    /// <summary>The key of what letters of ASCII a form begins with, eight at most.</summary>
    public static ulong OfAscii(ReadOnlySpan<char> form) => Of(form[..AsciiLength(form)]);

    /// <summary>How long prefixes of a form are that have a unit beyond ASCII among the first eight: bit n stands for n units.</summary>
    public static ulong LengthsBeyondAscii(ReadOnlySpan<char> form)
    {
        var letters = AsciiLength(form);
        return letters == Math.Min(form.Length, Longest) ? 0 : ulong.MaxValue << (letters + 1);
    }

    /// <summary>The key of the first letters of what the eight bytes of <paramref name="eight"/> begin with.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Of(ulong eight, int letters) => eight & (ulong.MaxValue >> (64 - (8 * letters)));

    /// <summary>The high half of <see cref="Mix"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static uint MixHigh(ulong key) => (uint)(Mix(key) >> 32);

    /// <summary>A key's hash; the high bits are the well mixed ones.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Mix(ulong key) => key * Spread;

    private static int AsciiLength(ReadOnlySpan<char> form)
    {
        var first = form[..Math.Min(form.Length, Longest)];
        return first.IndexOfAnyInRange('\x80', char.MaxValue) is >= 0 and var other ? other : first.Length;
    }
}
