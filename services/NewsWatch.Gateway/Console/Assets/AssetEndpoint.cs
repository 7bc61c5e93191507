using Microsoft.Net.Http.Headers;

namespace NewsWatch.Gateway.Console.Assets;

internal static class AssetEndpoint
{
    public const string Root = "/console-assets";

    public static void MapAssets(this IEndpointRouteBuilder routes) => routes.MapGet(Root + "/{version}/{name}", Get).ExcludeFromDescription();

    private static IResult Get(string version, string name, AssetCatalogue assets, HttpResponse response)
    {
        if (assets.Find(name) is not { } asset) return Results.NotFound();
        // A page from before an update asks for what it was made with and gets what there is now; only the right version may be kept.
        response.Headers.CacheControl = version == assets.Version ? "public, max-age=31536000, immutable" : "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(asset.Content, asset.ContentType, entityTag: new EntityTagHeaderValue($"\"{assets.Version}\""));
    }
}
