using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Errors;
using NewsWatch.Contracts;

namespace NewsWatch.Cli.Watches;

/// <summary>Finds a watch by what a person calls it: its id, its name, or the beginning of its name.</summary>
internal static class WatchFinder
{
    public static async Task<IReadOnlyList<Watch>> ListAsync(ApiClient api, CancellationToken cancellationToken) =>
        (await api.GetAsync("api/watches", cancellationToken)).Deserialize<List<Watch>>(NewsWatchJson.Options)!;

    public static async Task<Watch?> TryFindAsync(ApiClient api, string named, CancellationToken cancellationToken) => Find(await ListAsync(api, cancellationToken), named);

    /// <exception cref="InvalidOperationException">There is none; the message names the nearest.</exception>
    public static async Task<Watch> FindAsync(ApiClient api, string named, CancellationToken cancellationToken)
    {
        var watches = await ListAsync(api, cancellationToken);
        if (Find(watches, named) is { } found) return found;
        var near = Nearest.Of(named, watches.Select(w => w.Name).Concat(watches.Select(w => w.Id)));
        throw new InvalidOperationException($"There is no watch '{named}'. {(near is null ? "'newswatch watch list' shows all." : $"Did you mean '{near}'?")}");
    }

    private static Watch? Find(IReadOnlyList<Watch> watches, string named)
    {
        // As an unset variable gives it: every name begins with it.
        if (string.IsNullOrWhiteSpace(named)) throw new UsageException("The watch is empty; give its id, its name or the beginning of its name.");
        if (watches.FirstOrDefault(w => w.Id == named) is { } byId) return byId;
        var byName = watches.Where(w => w.Name.Equals(named, StringComparison.OrdinalIgnoreCase)).ToList();
        if (byName.Count == 0) byName = [.. watches.Where(w => w.Name.StartsWith(named, StringComparison.OrdinalIgnoreCase))];
        return byName.Count <= 1 ? byName.FirstOrDefault()
            : throw new InvalidOperationException($"'{named}' is the name of several watches; give the id: {string.Join(", ", byName.Select(w => $"{w.Id} ({w.Name})"))}.");
    }
}
