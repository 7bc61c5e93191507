using System.Net;
using System.Text;
using NewsWatch.ServiceDefaults.Telemetry;
using NewsWatch.Storage;

namespace NewsWatch.Gateway.Home;

/// <summary><c>/</c>: says what runs here and where everything is.</summary>
internal static class HomePage
{
    private const string Style = """
        :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif; }
        body { max-width: 44rem; margin: 3rem auto; padding: 0 1rem; }
        h1 { margin-bottom: 0; } p.version { margin-top: 0; opacity: .75; }
        dt { font-weight: 600; margin-top: 1rem; } dd { margin-left: 0; }
        code { font: .9em ui-monospace, monospace; overflow-wrap: anywhere; }
        """;

    private static readonly string StyleHash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(Encoding.UTF8.GetBytes(Style)));

    public static void MapHome(this IEndpointRouteBuilder routes) => routes.MapGet("/", Show).ExcludeFromDescription();

    private static IResult Show(HttpContext http, IStore store)
    {
        http.Response.Headers.ContentSecurityPolicy = $"default-src 'none'; style-src 'sha256-{StyleHash}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        var origin = $"{http.Request.Scheme}://{http.Request.Host}";
        return Results.Content(Page(WebUtility.HtmlEncode(origin), WebUtility.HtmlEncode(store.Name)), "text/html; charset=utf-8");
    }

    private static string Page(string origin, string store) => $"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>NewsWatch</title>
        <link rel="alternate" type="application/atom+xml" title="Alerts" href="/alerts.atom">
        <style>{Style}</style>
        </head>
        <body>
        <main>
        <h1>NewsWatch</h1>
        <p class="version">Version {ProductVersion.Text}, archive in {store}</p>
        <p>A newswire that watches itself: articles come in, are archived, and raise an alert the moment a watched phrase shows up.</p>
        <dl>
        <dt><a href="/scalar">API</a></dt>
        <dd>Every call with a form to try it; the description is <a href="/openapi/v1.json">OpenAPI 3.1</a>.</dd>
        <dt><a href="/api/alerts">Alerts</a> and <a href="/alerts.atom">the Atom feed of alerts</a></dt>
        <dd>For one topic: <code>{origin}/alerts.atom?topic=sanctions.%23</code></dd>
        <dt>Live</dt>
        <dd><code>curl -N {origin}/api/alerts/stream</code></dd>
        <dt><a href="/api/articles">Articles</a></dt>
        <dd>Search with <code>{origin}/api/articles?q=sanctions</code></dd>
        <dt><a href="/api/watches">Watches</a> and <a href="/api/feeds">feeds</a></dt>
        <dd>What is watched for, and where articles come from.</dd>
        <dt><a href="/health/ready">Health</a> and <a href="/metrics">metrics</a></dt>
        <dd>Whether broker and archive answer, and the numbers for Prometheus.</dd>
        </dl>
        </main>
        </body>
        </html>
        """;
}
