using System.ComponentModel.DataAnnotations;

namespace NewsWatch.Storage.Elasticsearch;

/// <summary>How Elasticsearch is reached. Section <c>NewsWatch:Elasticsearch</c>; the addresses are the connection string <c>elasticsearch</c>.</summary>
public sealed class ElasticsearchOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "NewsWatch:Elasticsearch";

    /// <summary>Addresses of one or more nodes, from the connection string; user and password may stand in the URL.</summary>
    [MinLength(1, ErrorMessage = "ConnectionStrings:elasticsearch names no address: write http://host:9200, several separated by commas.")]
    public IReadOnlyList<Uri> Nodes { get; set; } = [];

    /// <summary>An API key in the form that Elasticsearch calls <c>encoded</c>; wins over user and password.</summary>
    public string? ApiKey { get; set; }

    /// <summary>User, unless the URL names one.</summary>
    public string? User { get; set; }

    /// <summary>The user's password.</summary>
    public string? Password { get; set; }

    /// <summary>File with the certificate (PEM) of the authority that signed the server's own. Default: the machine's authorities.</summary>
    public string? CertificateAuthority { get; set; }

    /// <summary>SHA-256 fingerprint (hex) of a certificate that the server shows: the authority's, as Elasticsearch prints it at its first start, where it sends that along, else its own.</summary>
    [RegularExpression("^([0-9A-Fa-f]{2}:?){32}$", ErrorMessage = "NewsWatch:Elasticsearch:Fingerprint is not a SHA-256 fingerprint: 64 hexadecimal digits, with or without colons.")]
    public string? Fingerprint { get; set; }

    /// <summary>What the names of all indices and templates begin with. Default <c>newswatch</c>; Kibana's objects expect that.</summary>
    [RegularExpression("^[a-z][a-z0-9-]{0,40}$", ErrorMessage = "NewsWatch:Elasticsearch:Prefix may hold a-z, 0-9 and '-', and begins with a letter.")]
    public string Prefix { get; set; } = "newswatch";

    /// <summary>Whether requests and answers travel compressed. Default false; worth it where the server is far away.</summary>
    public bool Compress { get; set; }

    /// <summary>How long one attempt may take. Default 30 s; at least 1 s, at most 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How often an attempt is repeated before the caller is told that the store is away. Default 3, with doubling pauses from 250 ms; 0 to 10.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 3;

    /// <summary>Most documents in one bulk request. Default 1,000; 1 to 10,000.</summary>
    [Range(1, 10_000)]
    public int BulkDocuments { get; set; } = 1_000;

    /// <summary>Most bytes in one bulk request. Default 5 MB: a server leaves a tenth of its heap for requests in flight.</summary>
    [Range(10_000, 50_000_000)]
    public int BulkBytes { get; set; } = 5_000_000;

    /// <summary>How long after the one before a small bulk request waits for company. Default 100 ms; 0 to 5 s. One that is full, that sixteen callers share, or whose sender waits for searches to see it goes at once.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:00:05")]
    public TimeSpan BulkInterval { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Bulk requests in flight at the same time. Default 2: that fills two cores of a server; 1 to 16.</summary>
    [Range(1, 16)]
    public int BulkSenders { get; set; } = 2;

    /// <summary>Up to how many articles' ids Ingestion keeps in mind, two to four bytes each, so that in a flood the server is not asked of each new one. Default 20 million; 0 to 1 billion, 0 asks of each.</summary>
    [Range(0, 1_000_000_000)]
    public int RememberedIds { get; set; } = 20_000_000;
}
