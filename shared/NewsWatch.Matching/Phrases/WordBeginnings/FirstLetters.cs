using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Phrases.WordBeginnings;

/// <summary>
/// The first letters in ASCII, eight at most, of every token of a text, as <see cref="PrefixKey"/> has them. Right behind the last letter of a shorter token
/// there is anything but a letter or digit, and behind that whatever follows in the text.
/// </summary>
/// <remarks>
/// Whoever scans them reads one array in order, and tokens whose form is not their text need no path of their own: a set of 100,000 watches, 5,000 of them with a
/// prefix, takes 7 % less time than with letters read from the text (2026-11).
/// </remarks>
internal sealed class FirstLetters
{
    private ulong[] _keys = [];
    private int _count;

    /// <summary>The letters of each token.</summary>
    public ReadOnlySpan<ulong> Keys => _keys.AsSpan(0, _count);

    /// <summary>
    /// Whether a token surely has nothing beyond ASCII among its first eight units. Where not, it may have; or is a short one that is the last of its text,
    /// whose form is not its text, or of a text that is not narrow.
    /// </summary>
    public static bool IsSurelyAscii(ulong key) => key >> 56 != 0;

    /// <summary>Replaces them by those of a text.</summary>
    public void Fill(TokenBuffer tokens)
    {
        _count = tokens.Count;
        if (_keys.Length < _count) _keys = new ulong[_count + (_count / 2)];
        if (tokens.IsNarrow) Fill(tokens.Narrow);
        else for (var position = 0; position < _count; position++) _keys[position] = PrefixKey.OfAscii(tokens.Form(position));
    }

    // The few tokens whose form is not simply their text are mended afterwards.
    private void Fill(NarrowTokens tokens)
    {
        ref var text = ref MemoryMarshal.GetReference(tokens.Text);
        ref var bound = ref MemoryMarshal.GetReference(tokens.Bounds);
        for (nint position = 0; position < _count; position++)
        {
            _keys[position] = Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref text, (nint)(uint)Unsafe.Add(ref bound, 2 * position)));
        }

        for (var odd = 0; odd < tokens.OddNumbers.Length; odd++) _keys[tokens.OddNumbers[odd]] = PrefixKey.OfAscii(tokens.OddForm(odd));
    }
}
