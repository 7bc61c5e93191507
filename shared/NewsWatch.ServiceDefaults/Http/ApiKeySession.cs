using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace NewsWatch.ServiceDefaults.Http;

/// <summary>A browser that has shown the API key once: a cookie that says until when it counts, sealed with the key itself.</summary>
/// <remarks>Nothing is kept on the server, so every instance understands it, and a new key ends every session.</remarks>
public static class ApiKeySession
{
    /// <summary>Name of the cookie.</summary>
    public const string CookieName = "newswatch-session";

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>Gives the browser its cookie. The caller has checked the key.</summary>
    public static void Begin(HttpContext http, string key, DateTimeOffset now) => http.Response.Cookies.Append(CookieName, Issue(key, now + Lifetime), new CookieOptions
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Strict,
        Secure = http.Request.IsHttps,
        MaxAge = Lifetime,
        IsEssential = true,
    });

    /// <summary>Whether a cookie's value was issued for this key and still counts.</summary>
    public static bool IsGood(string? cookie, string key, DateTimeOffset now)
    {
        if (cookie is null || cookie.IndexOf('.', StringComparison.Ordinal) is not (> 0 and var dot)) return false;
        if (!long.TryParse(cookie.AsSpan(0, dot), NumberStyles.None, CultureInfo.InvariantCulture, out var until) || until < now.ToUnixTimeSeconds()) return false;
        return CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(cookie), Encoding.ASCII.GetBytes(Issue(key, DateTimeOffset.FromUnixTimeSeconds(Math.Min(until, 253_402_300_799)))));
    }

    internal static string Issue(string key, DateTimeOffset until)
    {
        var seconds = until.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        return $"{seconds}.{Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key.Trim()), Encoding.UTF8.GetBytes("newswatch session " + seconds)))}";
    }
}
