using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace NewsWatch.ServiceDefaults.Http;

/// <summary>The one key that protects a process that listens on the network.</summary>
public static class ApiKey
{
    /// <summary>Configuration key; empty means that no key is asked for.</summary>
    public const string Setting = "NewsWatch:ApiKey";

    /// <summary>
    /// Asks for the key (<c>Authorization: Bearer …</c>, <c>X-Api-Key</c>, or the cookie of <see cref="ApiKeySession"/>) on everything but
    /// health, metrics and what hubs call, where one is configured.
    /// </summary>
    /// <param name="app">The process.</param>
    /// <param name="isOpen">What else is open to everyone.</param>
    /// <param name="refuse">Answers a request without the key in another way; returns whether it did.</param>
    public static void UseApiKey(this WebApplication app, Func<HttpContext, bool>? isOpen = null, Func<HttpContext, bool>? refuse = null)
    {
        var key = app.Configuration[Setting];
        if (string.IsNullOrWhiteSpace(key)) return;
        var clock = app.Services.GetRequiredService<TimeProvider>();
        app.Use((context, next) =>
        {
            if (IsOpen(context.Request.Path) || Presents(context.Request, key, clock.GetUtcNow()) || isOpen?.Invoke(context) == true) return next(context);
            return refuse?.Invoke(context) == true ? Task.CompletedTask : RefuseAsync(context);
        });
    }

    /// <summary>Whether <paramref name="given"/> is the key, compared in the same time whatever is wrong with it.</summary>
    public static bool IsRight(string given, string key) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), Encoding.UTF8.GetBytes(key.Trim()));

    // Hubs know no key; what they bring is signed.
    private static bool IsOpen(PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments("/metrics") || path.StartsWithSegments("/websub");

    private static bool Presents(HttpRequest request, string key, DateTimeOffset now)
    {
        var given = request.Headers["X-Api-Key"].ToString();
        if (given.Length == 0 && request.Headers.Authorization.ToString() is { } authorization && authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            given = authorization["Bearer ".Length..].Trim();
        return given.Length > 0 ? IsRight(given, key) : ApiKeySession.IsGood(request.Cookies[ApiKeySession.CookieName], key, now);
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(statusCode: StatusCodes.Status401Unauthorized, detail: "This server asks for an API key: send it as 'Authorization: Bearer KEY' or 'X-Api-Key: KEY'.").ExecuteAsync(context);
    }
}
