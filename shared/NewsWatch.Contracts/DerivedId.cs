using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace NewsWatch.Contracts;

/// <summary>Identities computed from content, so that doing the same thing twice names the same thing.</summary>
public static class DerivedId
{
    /// <summary>Length of an id: 128 bits in base64url without padding.</summary>
    public const int Length = 22;

    /// <summary>The first 128 bits of SHA-256 over <paramref name="parts"/>, each preceded by its length so that no two lists collide by concatenation.</summary>
    public static string From(params ReadOnlySpan<string> parts)
    {
        var most = 0;
        foreach (var part in parts) most += sizeof(int) + Encoding.UTF8.GetMaxByteCount(part.Length);
        var buffer = ArrayPool<byte>.Shared.Rent(most);
        var length = 0;
        foreach (var part in parts)
        {
            var bytes = Encoding.UTF8.GetBytes(part, buffer.AsSpan(length + sizeof(int)));
            BinaryPrimitives.WriteInt32LittleEndian(buffer.AsSpan(length), bytes);
            length += sizeof(int) + bytes;
        }

        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer.AsSpan(0, length), digest);
        ArrayPool<byte>.Shared.Return(buffer);
        return Base64Url.EncodeToString(digest[..16]);
    }

    /// <summary>Whether <paramref name="id"/> has the shape of a derived id.</summary>
    public static bool IsWellFormed(string? id)
    {
        if (id is not { Length: Length }) return false;
        foreach (var c in id)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')) return false;
        }

        return true;
    }
}
