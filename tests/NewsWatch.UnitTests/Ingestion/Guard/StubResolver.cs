using System.Net;

using NewsWatch.ServiceDefaults.Http.Guard;

namespace NewsWatch.UnitTests.Ingestion.Guard;

/// <summary>Answers from a list, and counts how often it is asked.</summary>
internal sealed class StubResolver(params string[] addresses) : IHostResolver
{
    public List<string> Asked { get; } = [];

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellation)
    {
        Asked.Add(host);
        return Task.FromResult<IReadOnlyList<IPAddress>>(addresses.Select(IPAddress.Parse).ToList());
    }
}
