using System.Net;
using Microsoft.Extensions.Options;
using NewsWatch.Formats.Urls;
using NewsWatch.ServiceDefaults.Http.Guard;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>Addresses that the guard must refuse, and those it must not. Nothing is connected to or looked up.</summary>
public static class GuardMarks
{
    /// <summary>URLs of request forgery; names that need DNS stand for 127.0.0.1.</summary>
    public static Mark Urls()
    {
        var counter = new MarkCounter();
        var guard = new OutboundGuard(Options.Create(new OutboundGuardOptions()), new Everything("127.0.0.1"));
        var open = new OutboundGuard(Options.Create(new OutboundGuardOptions()), new Everything("93.184.216.34"));
        foreach (var line in DataFolder.Lines("sec-ssrf", "urls.jsonl"))
        {
            var (url, block, needsDns) = (line.GetProperty("url").GetString()!, line.GetProperty("expect").GetString() == "block", line.GetProperty("needs_dns").GetBoolean());
            counter.Count(IsAllowed(needsDns && block ? guard : open, url) != block, () => $"{(block ? "allowed" : "refused")}: {url}");
        }

        return counter.ToMark("request forgery refused", "sec-ssrf", 1.0);
    }

    private static bool IsAllowed(OutboundGuard guard, string text) =>
        UrlShape.Problem(text) is null && WebUrl.TryParse(text) is { } url && guard.CheckHostAsync(url.Host).GetAwaiter().GetResult().Allowed;

    private sealed class Everything(string address) : IHostResolver
    {
        public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellation) =>
            Task.FromResult<IReadOnlyList<IPAddress>>([IPAddress.Parse(address)]);
    }
}
