using System.ComponentModel.DataAnnotations;

namespace NewsWatch.ServiceDefaults.Http.Guard;

/// <summary>What calls to addresses that users and feeds supplied may do. Section <c>NewsWatch:Ingestion</c>.</summary>
public sealed class OutboundGuardOptions
{
    /// <summary>The section the options are read from.</summary>
    public const string Section = "NewsWatch:Ingestion";

    /// <summary>Hosts that may be connected to although they are not public: names, addresses, or networks such as <c>10.1.0.0/16</c>. Default: none.</summary>
    public IList<string> AllowedPrivateHosts { get; init; } = [];

    /// <summary>Most redirects followed; 0 follows none. Default 5.</summary>
    [Range(0, 20)]
    public int MaxRedirects { get; set; } = 5;

    /// <summary>Most bytes of an answer after decompression. Default 10 MB, range 1 KB to 1 GB.</summary>
    [Range(1_024L, 1_073_741_824L)]
    public long MaxResponseBytes { get; set; } = 10 * 1024 * 1024;

    /// <summary>Longest a connection may take to be made. Default 10 s.</summary>
    [Range(typeof(TimeSpan), "00:00:00.1", "00:05:00")]
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest a call may take from the request to the last byte. Default 30 s.</summary>
    [Range(typeof(TimeSpan), "00:00:01", "00:10:00")]
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);
}
