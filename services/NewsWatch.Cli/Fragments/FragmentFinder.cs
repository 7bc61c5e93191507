using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Errors;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Fragments;

namespace NewsWatch.Cli.Fragments;

/// <summary>Finds a fragment by its name, with or without the <c>@</c>.</summary>
internal static class FragmentFinder
{
    public static async Task<IReadOnlyList<FragmentView>> ListAsync(ApiClient api, CancellationToken cancellationToken) =>
        (await api.GetAsync("api/fragments", cancellationToken)).Deserialize<List<FragmentView>>(NewsWatchJson.Options)!;

    /// <exception cref="InvalidOperationException">There is none; the message names the nearest.</exception>
    public static async Task<FragmentView> FindAsync(ApiClient api, string named, CancellationToken cancellationToken)
    {
        var fragments = await ListAsync(api, cancellationToken);
        var name = NameOf(named);
        if (fragments.FirstOrDefault(f => f.Name == name) is { } found) return found;
        var near = Nearest.Of(name, fragments.Select(f => f.Name));
        throw new InvalidOperationException($"There is no fragment @{name}. {(near is null ? "'newswatch fragment list' shows all." : $"Did you mean @{near}?")}");
    }

    /// <summary>The name as it is stored: people write it as they use it.</summary>
    public static string NameOf(string written) => written.TrimStart('@').ToLowerInvariant();

    public static string Path(string name) => $"api/fragments/{Uri.EscapeDataString(name)}";
}
