using System.Security.Cryptography.X509Certificates;
using Elastic.Clients.Elasticsearch;
using Elastic.Transport;

namespace NewsWatch.Storage.Elasticsearch.Client;

/// <summary>The official client, set up from the options: nodes with fail-over, credentials, TLS.</summary>
internal static class ElasticsearchTransport
{
    public static ITransport Create(ElasticsearchOptions options)
    {
        var settings = new ElasticsearchClientSettings(new StaticNodePool(options.Nodes.Select(WithoutUser)))
            .RequestTimeout(options.Timeout)
            // Fail-over to each other node once; waiting and repeating is the pipeline's business (see ElasticsearchHttp).
            .MaximumRetries(options.Nodes.Count - 1)
            .DisablePing()
            // The client would compress every bulk request, which costs more CPU than a network near the server is worth.
            .EnableHttpCompression(options.Compress)
            .DeadTimeout(TimeSpan.FromSeconds(2))
            .MaxDeadTimeout(TimeSpan.FromSeconds(30));
        if (Credentials(options) is { } credentials) settings = settings.Authentication(credentials);
        if (options.Fingerprint is { } fingerprint) settings = settings.CertificateFingerprint(fingerprint.Replace(":", "", StringComparison.Ordinal));
        if (options.CertificateAuthority is { } file) settings = settings.ServerCertificateValidationCallback(Trust(file));
        return new ElasticsearchClient(settings).Transport;
    }

    private static AuthorizationHeader? Credentials(ElasticsearchOptions options)
    {
        if (options.ApiKey is { Length: > 0 } key) return new ApiKey(key);
        var parts = options.Nodes[0].UserInfo.Split(':', 2);
        var user = parts[0].Length > 0 ? Uri.UnescapeDataString(parts[0]) : options.User;
        var password = parts.Length > 1 ? Uri.UnescapeDataString(parts[1]) : options.Password;
        return string.IsNullOrEmpty(user) ? null : new BasicAuthentication(user, password ?? "");
    }

    private static Uri WithoutUser(Uri node) => new UriBuilder(node) { UserName = "", Password = "" }.Uri;

    // The server's name must still be right; only who vouches for it is ours to say.
    private static Func<object, X509Certificate, X509Chain, System.Net.Security.SslPolicyErrors, bool> Trust(string file)
    {
        var authority = X509CertificateLoader.LoadCertificateFromFile(file);
        return (_, certificate, _, errors) =>
        {
            if (errors == System.Net.Security.SslPolicyErrors.None) return true;
            if (errors != System.Net.Security.SslPolicyErrors.RemoteCertificateChainErrors) return false;
            using var chain = new X509Chain();
            chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
            chain.ChainPolicy.CustomTrustStore.Add(authority);
            chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
            using var server = new X509Certificate2(certificate);
            return chain.Build(server);
        };
    }
}
