using System.Net;
using System.Net.Sockets;

using Microsoft.Extensions.Options;

namespace NewsWatch.ServiceDefaults.Http.Guard;

/// <summary>Decides whether an address that a user or a feed supplied may be connected to.</summary>
/// <remarks>A name is looked up once, every address it has is checked, and the connection goes to a checked address: an answer that changes
/// between check and connection (DNS rebinding) changes nothing.</remarks>
public sealed class OutboundGuard
{
    private readonly IHostResolver _resolver;
    private readonly AllowedHosts _allowed;

    /// <summary>A guard that allows public hosts, and the private ones in the options.</summary>
    public OutboundGuard(IOptions<OutboundGuardOptions> options, IHostResolver resolver)
    {
        ArgumentNullException.ThrowIfNull(options);
        _resolver = resolver;
        _allowed = new AllowedHosts(options.Value.AllowedPrivateHosts);
    }

    /// <summary>Whether a URL may be called: its scheme, its shape, its host. Nothing is connected to.</summary>
    public async Task<GuardVerdict> CheckAsync(Uri url, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(url);
        if (!url.IsAbsoluteUri || (url.Scheme != Uri.UriSchemeHttp && url.Scheme != Uri.UriSchemeHttps)) return Refused("Only http and https addresses are called.");
        return UrlShape.Problem(url.OriginalString) is { } problem ? Refused(problem) : await CheckHostAsync(url.IdnHost, cancellation);
    }

    /// <summary>Whether a host may be connected to, and what it stands for.</summary>
    public async Task<GuardVerdict> CheckHostAsync(string host, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(host);
        var name = host.Trim('[', ']').TrimEnd('.');
        if (IPAddress.TryParse(name, out var literal)) return Judge(name, [literal]);
        if (_allowed.Contains(name)) return await ResolveAsync(name, cancellation);
        if (LocalNames.IsLocal(name)) return Refused($"'{name}' is a name of the local network. {Advice(name)}");
        var resolved = await ResolveAsync(name, cancellation);
        return resolved.Allowed ? Judge(name, resolved.Addresses) : resolved;
    }

    private async Task<GuardVerdict> ResolveAsync(string name, CancellationToken cancellation)
    {
        try
        {
            var addresses = await _resolver.ResolveAsync(name, cancellation);
            return addresses.Count > 0 ? new GuardVerdict(null, addresses) : Refused($"The name '{name}' has no address.");
        }
        catch (SocketException e)
        {
            return Refused($"The name '{name}' could not be looked up: {Why(e.SocketErrorCode)}.");
        }
    }

    private static string Why(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData => "there is no such name",
        SocketError.TryAgain or SocketError.TimedOut => "no name server answers",
        _ => error.ToString(),
    };

    // One bad address condemns a name: whoever mixes public and private answers is up to something.
    private GuardVerdict Judge(string name, IReadOnlyList<IPAddress> addresses)
    {
        foreach (var address in addresses)
        {
            var kind = AddressClassifier.Classify(address);
            if (kind is AddressKind.Public || _allowed.Contains(address)) continue;
            var what = address.ToString() == name ? $"'{name}'" : $"'{name}' stands for {address}, which";
            return new GuardVerdict($"{what} is not a public address ({Words(kind)}). {Advice(name)}", addresses);
        }

        return new GuardVerdict(null, addresses);
    }

    private static GuardVerdict Refused(string reason) => new(reason, []);

    private static string Advice(string name) => $"If it is meant, name it in {OutboundGuardOptions.Section}:{nameof(OutboundGuardOptions.AllowedPrivateHosts)}: {name}.";

    private static string Words(AddressKind kind) => kind switch
    {
        AddressKind.LinkLocal => "link-local",
        AddressKind.Shared => "shared behind a carrier's NAT",
        AddressKind.Metadata => "a cloud's metadata service",
        AddressKind.Unspecified => "this host",
        AddressKind.Documentation => "reserved for documentation",
        AddressKind.Benchmarking => "reserved for benchmarks",
        _ => kind.ToString().ToLowerInvariant(),
    };
}
