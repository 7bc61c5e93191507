using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace NewsWatch.Testing;

/// <summary>An Elasticsearch of a test's own: with TLS and a password, or of several nodes.</summary>
public sealed class ElasticsearchCluster : IAsyncDisposable
{
    private readonly string _folder;
    private readonly IReadOnlyDictionary<string, string> _facts;

    private ElasticsearchCluster(string folder, int nodes, IReadOnlyDictionary<string, string> facts)
    {
        (_folder, _facts) = (folder, facts);
        var first = new Uri(facts["url"]);
        Addresses = [.. Enumerable.Range(0, nodes).Select(n => new UriBuilder(first) { Port = first.Port + n }.Uri.GetLeftPart(UriPartial.Authority))];
    }

    /// <summary>Whether one can be started.</summary>
    public static bool IsAvailable => ElasticsearchScript.Path() is not null;

    /// <summary>The nodes' addresses.</summary>
    public IReadOnlyList<string> Addresses { get; }

    /// <summary>The superuser, of a server with TLS.</summary>
    public string User => _facts["user"];

    /// <summary>The superuser's password.</summary>
    public string Password => _facts["password"];

    /// <summary>File with the certificate of the authority.</summary>
    public string CertificateAuthority => _facts["ca"];

    /// <summary>SHA-256 fingerprint of the server's own certificate. The authority's would do only for a server that sends that along.</summary>
    public string Fingerprint
    {
        get
        {
            using var certificate = X509CertificateLoader.LoadCertificateFromFile(Path.Combine(_folder, "tls.crt"));
            return certificate.GetCertHashString(HashAlgorithmName.SHA256);
        }
    }

    /// <summary>Starts it.</summary>
    public static async Task<ElasticsearchCluster> StartAsync(int nodes = 1, bool secure = false, string heap = "384m")
    {
        var folder = Directory.CreateTempSubdirectory("newswatch-elasticsearch-").FullName;
        var port = FreePorts.TakeRow(nodes, ElasticsearchScript.TransportAbove).ToString(CultureInfo.InvariantCulture);
        string[] arguments = ["start", folder, "--port", port, "--nodes", nodes.ToString(CultureInfo.InvariantCulture), "--heap", heap, .. secure ? ["--secure"] : Array.Empty<string>()];
        return new ElasticsearchCluster(folder, nodes, await ElasticsearchScript.RunAsync(arguments));
    }

    /// <summary>SIGKILL to a node, counted from 1.</summary>
    public async Task KillAsync(int node)
    {
        using var process = Process.GetProcessById(int.Parse(_facts[$"pid{node}"], CultureInfo.InvariantCulture));
        process.Kill();
        await process.WaitForExitAsync();
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await ElasticsearchScript.RunAsync("stop", _folder);
        await TemporaryFolder.RemoveAsync(_folder);
    }
}
