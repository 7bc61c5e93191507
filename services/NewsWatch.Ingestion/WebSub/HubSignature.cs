using System.Security.Cryptography;
using System.Text;

namespace NewsWatch.Ingestion.WebSub;

/// <summary>The signature of what a hub sends: <c>X-Hub-Signature: method=hex</c> over the body with the subscription's secret.</summary>
internal static class HubSignature
{
    public static bool IsValid(string? header, ReadOnlySpan<byte> body, string secret)
    {
        if (header?.Split('=', 2) is not [var method, var hex]) return false;
        var key = Encoding.UTF8.GetBytes(secret);
#pragma warning disable CA5350 // WebSub allows SHA-1, and some hubs know nothing else; as a keyed hash it still holds.
        byte[]? expected = method.Trim().ToLowerInvariant() switch
        {
            "sha1" => HMACSHA1.HashData(key, body),
            "sha256" => HMACSHA256.HashData(key, body),
            "sha384" => HMACSHA384.HashData(key, body),
            "sha512" => HMACSHA512.HashData(key, body),
            _ => null,
        };
#pragma warning restore CA5350
        return expected is not null && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(expected)), Encoding.ASCII.GetBytes(hex.Trim().ToLowerInvariant()));
    }
}
