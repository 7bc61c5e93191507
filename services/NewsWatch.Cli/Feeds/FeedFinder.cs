using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Errors;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Feeds;

namespace NewsWatch.Cli.Feeds;

/// <summary>Finds a feed by what a person calls it: its id, its address, its title or the beginning of one.</summary>
internal static class FeedFinder
{
    public static async Task<IReadOnlyList<FeedView>> ListAsync(ApiClient api, CancellationToken cancellationToken) => Read(await api.GetAsync("api/feeds", cancellationToken));

    public static IReadOnlyList<FeedView> Read(JsonElement feeds) => feeds.Deserialize<List<FeedView>>(NewsWatchJson.Options)!;

    /// <exception cref="InvalidOperationException">There is none, or there are several; the message names them.</exception>
    public static async Task<FeedView> FindAsync(ApiClient api, string named, CancellationToken cancellationToken)
    {
        // As an unset variable gives it: every address begins with it.
        if (string.IsNullOrWhiteSpace(named)) throw new UsageException("The feed is empty; give its id, its address, its title or the beginning of one.");
        var feeds = await ListAsync(api, cancellationToken);
        if (feeds.FirstOrDefault(f => f.Id == named || f.Url == named) is { } exact) return exact;
        var found = feeds.Where(f => Same(f.Title, named)).ToList();
        if (found.Count == 0) found = [.. feeds.Where(f => Begins(f.Title, named) || Begins(f.Url, named))];
        if (found.Count == 1) return found[0];
        if (found.Count > 1) throw new InvalidOperationException($"'{named}' names several feeds; give the id: {string.Join(", ", found.Select(f => $"{f.Id} ({f.Title ?? f.Url})"))}.");
        var near = Nearest.Of(named, feeds.Select(f => f.Title ?? f.Url).Concat(feeds.Select(f => f.Url)));
        throw new InvalidOperationException($"There is no feed '{named}'. {(near is null ? "'newswatch feed list' shows all." : $"Did you mean '{near}'?")}");
    }

    private static bool Same(string? title, string named) => title is not null && title.Equals(named, StringComparison.OrdinalIgnoreCase);

    private static bool Begins(string? text, string named) => text is not null && text.StartsWith(named, StringComparison.OrdinalIgnoreCase);
}
