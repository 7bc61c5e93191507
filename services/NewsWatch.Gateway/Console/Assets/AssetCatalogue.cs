using System.Security.Cryptography;
using System.Text;

namespace NewsWatch.Gateway.Console.Assets;

/// <summary>Stylesheet, scripts and icon, carried inside the assembly so that no way of publishing can lose them.</summary>
internal sealed class AssetCatalogue
{
    private const string Prefix = "Console.Assets.";

    private readonly Dictionary<string, Asset> _assets = new(StringComparer.Ordinal);

    public AssetCatalogue()
    {
        var assembly = typeof(AssetCatalogue).Assembly;
        var names = assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal).ToList();
        var styles = new MemoryStream();
        foreach (var name in names)
        {
            using var resource = assembly.GetManifestResourceStream(name)!;
            if (name.EndsWith(".css", StringComparison.Ordinal))
            {
                resource.CopyTo(styles);
                continue;
            }

            using var content = new MemoryStream();
            resource.CopyTo(content);
            _assets[name[Prefix.Length..]] = new Asset(content.ToArray(), name.EndsWith(".svg", StringComparison.Ordinal) ? "image/svg+xml" : "text/javascript; charset=utf-8");
        }

        // One stylesheet out of small files; their names put them in order.
        _assets["console.css"] = new Asset(styles.ToArray(), "text/css; charset=utf-8");
        Version = VersionOf(_assets);
    }

    /// <summary>Changes whenever one of them does; it is part of their addresses, so that browsers may keep them for ever and modules find each other.</summary>
    public string Version { get; }

    /// <summary>The address of an asset.</summary>
    public string this[string name] => _assets.ContainsKey(name) ? $"/console-assets/{Version}/{name}" : throw new ArgumentException($"There is no asset '{name}'.", nameof(name));

    public Asset? Find(string name) => _assets.GetValueOrDefault(name);

    private static string VersionOf(Dictionary<string, Asset> assets)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, asset) in assets.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(asset.Content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6));
    }
}

internal sealed record Asset(byte[] Content, string ContentType);
