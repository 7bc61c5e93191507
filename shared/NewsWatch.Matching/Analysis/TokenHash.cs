using System.Runtime.InteropServices;
using System.Text;

namespace NewsWatch.Matching.Analysis;

/// <summary>
/// A 64-bit hash of a token's normal form. Equal forms have equal hashes in every process of one version; hashes are not meant to be stored.
/// </summary>
public static class TokenHash
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15;
    private const ulong WideSalt = 0xD6E8FEB86659FD93;

    /// <summary>The hash of a normal form.</summary>
    public static ulong Of(ReadOnlySpan<char> form)
    {
        if (form.Length > 1024 || !Ascii.IsValid(form)) return OfBytes(MemoryMarshal.AsBytes(form)) ^ WideSalt;
        Span<byte> narrow = stackalloc byte[1024];
        for (var index = 0; index < form.Length; index++) narrow[index] = (byte)form[index];
        return OfBytes(narrow[..form.Length]);
    }

    private static ulong OfBytes(ReadOnlySpan<byte> bytes)
    {
        var hash = (ulong)bytes.Length * Multiplier;
        foreach (var one in bytes) hash = (hash ^ one) * Multiplier;
        return hash ^ (hash >> 29);
    }
}
