using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using NewsWatch.Ingestion.Feeds;

namespace NewsWatch.Ingestion.Web;

/// <summary>Bounds how many feeds of one host are fetched at once; thousands may live on one.</summary>
internal sealed class HostSlots(IOptions<FeedOptions> options)
{
    private readonly ConcurrentDictionary<string, int> _busy = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>A slot to give back, or <see langword="null"/> while the host has enough to do. Never waits: a slow host must not hold up the others.</summary>
    public IDisposable? TryEnter(string url)
    {
        var host = Uri.TryCreate(url, UriKind.Absolute, out var uri) ? uri.Host : url;
        while (true)
        {
            var busy = _busy.GetOrAdd(host, 0);
            if (busy >= options.Value.PerHost) return null;
            if (_busy.TryUpdate(host, busy + 1, busy)) return new Slot(this, host);
        }
    }

    private void Leave(string host)
    {
        while (true)
        {
            var busy = _busy[host];
            if (busy > 1 ? _busy.TryUpdate(host, busy - 1, busy) : _busy.TryRemove(KeyValuePair.Create(host, busy))) return;
        }
    }

    private sealed class Slot(HostSlots slots, string host) : IDisposable
    {
        public void Dispose() => slots.Leave(host);
    }
}
