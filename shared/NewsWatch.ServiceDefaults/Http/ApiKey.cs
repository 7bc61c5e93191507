using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace NewsWatch.ServiceDefaults.Http;

/// <summary>The one key that protects a process that listens on the network.</summary>
public static class ApiKey
{
    /// <summary>Configuration key; empty means that no key is asked for.</summary>
    public const string Setting = "NewsWatch:ApiKey";

    /// <summary>Asks for the key (<c>Authorization: Bearer …</c> or <c>X-Api-Key</c>) on everything but health, metrics and what hubs call, where one is configured.</summary>
    public static void UseApiKey(this WebApplication app)
    {
        var key = app.Configuration[Setting];
        if (string.IsNullOrWhiteSpace(key)) return;
        var expected = Encoding.UTF8.GetBytes(key.Trim());
        app.Use((context, next) => IsOpen(context.Request.Path) || Presents(context.Request, expected) ? next(context) : RefuseAsync(context));
    }

    // Hubs know no key; what they bring is signed.
    private static bool IsOpen(PathString path) => path.StartsWithSegments("/health") || path.StartsWithSegments("/metrics") || path.StartsWithSegments("/websub");

    private static bool Presents(HttpRequest request, byte[] expected)
    {
        var given = request.Headers["X-Api-Key"].ToString();
        if (given.Length == 0 && request.Headers.Authorization.ToString() is { } authorization && authorization.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
            given = authorization["Bearer ".Length..].Trim();
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(given), expected);
    }

    private static Task RefuseAsync(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(statusCode: StatusCodes.Status401Unauthorized, detail: "This server asks for an API key: send it as 'Authorization: Bearer KEY' or 'X-Api-Key: KEY'.").ExecuteAsync(context);
    }
}
