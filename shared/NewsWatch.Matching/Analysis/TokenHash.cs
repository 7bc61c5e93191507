using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace NewsWatch.Matching.Analysis;

/// <summary>
/// A 64-bit hash of a token's normal form. Equal forms have equal hashes within one version of the library and one byte order; hashes are not meant
/// to be stored. The high bits are the better mixed ones.
/// </summary>
/// <remarks>A form in ASCII is hashed as bytes, any other as UTF-16. Up to eight bytes the hash is one to one.</remarks>
public static class TokenHash
{
    /// <summary>The most bytes that two loads take.</summary>
    internal const int ShortBytes = 16;

    private const ulong First = 0x9E3779B97F4A7C15;
    private const ulong Second = 0xC2B2AE3D27D4EB4F;
    private const ulong Third = 0x165667B19E3779F9;
    private const ulong WideSalt = 0xD6E8FEB86659FD93;
    private static readonly ulong[] FirstMasks = [.. Enumerable.Range(0, ShortBytes + 1).Select(LowBytes)];
    private static readonly ulong[] SecondMasks = [.. Enumerable.Range(0, ShortBytes + 1).Select(length => LowBytes(length - 8))];
    private const int Longest = Filters.WordFilters.LongestForm;

    /// <summary>The hash of a normal form.</summary>
    public static ulong Of(ReadOnlySpan<char> form)
    {
        if (form.Length > Longest || !Ascii.IsValid(form)) return OfWide(form);
        Span<byte> narrow = stackalloc byte[Longest];
        Ascii.FromUtf16(form, narrow, out var length);
        return OfBytes(narrow[..length]);
    }

    /// <summary>The hash of a phrase's first tokens and one more.</summary>
    /// <param name="hash">The hash of the tokens so far: for a single token its own hash.</param>
    /// <param name="token">The hash of the token that follows.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Append(ulong hash, ulong token) => (BitOperations.RotateLeft(hash, 29) ^ token) * First;

    /// <summary>The hash of a normal form in UTF-8.</summary>
    internal static ulong OfUtf8(ReadOnlySpan<byte> form)
    {
        if (form.Length > 3 * Longest || Ascii.IsValid(form)) return OfBytes(form);
        Span<char> units = stackalloc char[3 * Longest];
        return Of(units[..Encoding.UTF8.GetChars(form, units)]);
    }

    /// <summary>The hash of a form that is not ASCII.</summary>
    internal static ulong OfWide(ReadOnlySpan<char> form) => OfBytes(MemoryMarshal.AsBytes(form)) ^ WideSalt;

    /// <summary>The hash of a form of one unit that is not ASCII.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong OfWide(char form) => OfSixteen(form, 0) ^ WideSalt;

    /// <summary>The hash of a form in ASCII.</summary>
    internal static ulong OfBytes(ReadOnlySpan<byte> bytes)
    {
        ref var start = ref MemoryMarshal.GetReference(bytes);
        if (bytes.Length <= 8) return OfSixteen(Load(ref start, bytes.Length), 0);
        var hash = OfSixteen(Unsafe.ReadUnaligned<ulong>(ref start), Load(ref Unsafe.Add(ref start, 8), Math.Min(8, bytes.Length - 8)));
        for (var index = 16; index < bytes.Length; index += 8)
        {
            hash = (BitOperations.RotateLeft(hash, 31) + Load(ref Unsafe.Add(ref start, index), Math.Min(8, bytes.Length - index))) * Third;
        }

        return hash;
    }

    /// <summary>The hash of a form in ASCII whose first sixteen bytes, zero behind its end, are these.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong OfSixteen(ulong first, ulong second) => (first * First) + (second * Second);

    /// <summary>The hash of a form in ASCII of at most <see cref="ShortBytes"/> bytes, from as many that can be read, however few of them count.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong OfShort(ref byte at, nint length) => OfSixteen(
        Unsafe.ReadUnaligned<ulong>(ref at) & Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(FirstMasks), length),
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref at, 8)) & Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(SecondMasks), length));

    /// <summary>The hash of a form that is not ASCII, of at most half as many units; as above.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static ulong OfShortWide(ref char at, nint length) => OfShort(ref Unsafe.As<char, byte>(ref at), length * sizeof(char)) ^ WideSalt;

    private static ulong LowBytes(int count) => count >= 8 ? ulong.MaxValue : count <= 0 ? 0 : (1UL << (8 * count)) - 1;

    // Up to eight bytes with zeros behind them, without reading beyond.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Load(ref byte at, int length)
    {
        if (length >= 8) return Unsafe.ReadUnaligned<ulong>(ref at);
        if (length >= 4) return Unsafe.ReadUnaligned<uint>(ref at) | ((ulong)Unsafe.ReadUnaligned<uint>(ref Unsafe.Add(ref at, length - 4)) << (8 * (length - 4)));
        if (length == 0) return 0;
        return at | ((ulong)Unsafe.Add(ref at, length >> 1) << (8 * (length >> 1))) | ((ulong)Unsafe.Add(ref at, length - 1) << (8 * (length - 1)));
    }
}
