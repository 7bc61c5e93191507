using NewsWatch.Gateway.Console.Assets;
using NewsWatch.Gateway.Console.Problems;
using NewsWatch.ServiceDefaults.Http;

namespace NewsWatch.Gateway.Console.SignIn;

/// <summary>The way in for people where an API key is set: they show it once and get a cookie.</summary>
internal static class SignInPage
{
    private const string Path = "/sign-in";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public static void MapSignIn(this IEndpointRouteBuilder pages)
    {
        pages.MapGet(Path, (string? to) => ConsolePage.Show<SignInView, SignInModel>(new SignInModel(Inside(to), IsWrong: false)));
        pages.MapPost(Path, SignInAsync);
        pages.MapPost("/sign-out", (HttpContext http) =>
        {
            http.Response.Cookies.Delete(ApiKeySession.CookieName);
            return ConsolePage.Go(Path);
        });
    }

    /// <summary>What can be seen without the key: the form, and what it is drawn with.</summary>
    public static bool IsOpen(HttpContext http) => http.Request.Path == Path || http.Request.Path.StartsWithSegments(AssetEndpoint.Root);

    /// <summary>Sends a browser to the form.</summary>
    /// <returns>Whether it was one.</returns>
    public static bool TrySend(HttpContext http)
    {
        if (!NoSuchPage.WantsPage(http.Request)) return false;
        http.Response.StatusCode = StatusCodes.Status303SeeOther;
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers.Location = Links.With(Path, ("to", http.Request.Path + http.Request.QueryString));
        return true;
    }

    private static async Task<IResult> SignInAsync(HttpContext http, IConfiguration configuration, TimeProvider clock)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var to = Inside(form["to"]);
        if (configuration[ApiKey.Setting] is not { } key || string.IsNullOrWhiteSpace(key)) return ConsolePage.Go(to);
        if (!ApiKey.IsRight(form["key"].ToString().Trim(), key))
        {
            // Guessing is made slow; a person who mistyped does not notice.
            await Task.Delay(Patience, clock, http.RequestAborted);
            return ConsolePage.Show<SignInView, SignInModel>(new SignInModel(to, IsWrong: true), StatusCodes.Status401Unauthorized);
        }

        ApiKeySession.Begin(http, key, clock.GetUtcNow());
        return ConsolePage.Go(to);
    }

    /// <summary>A path of this site, whatever was asked for.</summary>
    private static string Inside(string? to) => to is ['/', ..] and not ['/', '/' or '\\', ..] ? to : "/";
}

/// <param name="To">Where to go afterwards.</param>
/// <param name="IsWrong">Whether a key was tried that is not the right one.</param>
public sealed record SignInModel(string To, bool IsWrong);
