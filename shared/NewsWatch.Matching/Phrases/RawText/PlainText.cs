using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Phrases.RawText;

/// <summary>
/// Tells texts in which a word of four letters and more stands only as it is: no letters beyond ASCII, though typographic quotes and dashes, and
/// nothing like the dots of <c>N.A.T.O</c>.
/// </summary>
internal static class PlainText
{
    private const int Step = 64;

    /// <summary>Whether the text is plain.</summary>
    public static bool Is(ReadOnlySpan<char> text)
    {
        ref var units = ref Unsafe.As<char, ushort>(ref MemoryMarshal.GetReference(text));
        var before = 0UL;
        var spread = 0UL;
        var index = 0;
        for (; index <= text.Length - Step; index += Step)
        {
            var first = Vector512.LoadUnsafe(ref units, (nuint)index);
            var second = Vector512.LoadUnsafe(ref units, (nuint)index + 32);
            if (((first | second) & Vector512.Create((ushort)0xFF80)) != Vector512<ushort>.Zero && !ArePlain(text.Slice(index, Step))) return false;
            var dots = Dots(first) | (Dots(second) << 32);
            spread |= dots & ((dots << 2) | (before >> 62)) & ((dots << 4) | (before >> 60));
            before = dots;
        }

        return spread == 0 && ArePlain(text[index..]) && !HasDots(text[Math.Max(0, index - 4)..]);
    }

    private static ulong Dots(Vector512<ushort> units) => Vector512.Equals(units, Vector512.Create((ushort)'.')).ExtractMostSignificantBits();

    private static bool ArePlain(ReadOnlySpan<char> units)
    {
        foreach (var unit in units)
        {
            if (!char.IsAscii(unit) && NarrowCharacters.OfUnit[unit] is not ((byte)' ' or (byte)'\'' or (byte)'-')) return false;
        }

        return true;
    }

    private static bool HasDots(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length - 4; index++)
        {
            if (text[index] == '.' && text[index + 2] == '.' && text[index + 4] == '.') return true;
        }

        return false;
    }
}
