using System.Globalization;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Fragments;
using NewsWatch.Gateway.Queries;

namespace NewsWatch.Cli.Fragments;

/// <summary>A fragment as people read it: what it is, what it means, and what it is part of.</summary>
internal static class FragmentReport
{
    /// <summary>What the fragment means today, with the others as they are.</summary>
    public static async Task<QueryCheck> CheckAsync(ApiClient api, FragmentView fragment, CancellationToken cancellationToken) =>
        (await api.PostAsync("api/query/check", ApiClient.Json(new { query = fragment.Query, fragment = fragment.Name }), cancellationToken)).Deserialize<QueryCheck>(NewsWatchJson.Options)!;

    public static async Task WriteAsync(ApiClient api, FragmentView fragment, CancellationToken cancellationToken)
    {
        var check = await CheckAsync(api, fragment, cancellationToken);
        Facts.Row("name", fragment.Name);
        Facts.Row("version", fragment.Version.ToString(CultureInfo.InvariantCulture));
        Facts.Row("updated", Screen.Time(fragment.Updated));
        Facts.Row("query", fragment.Query);
        Facts.Row("means", check.Explain ?? check.Error?.Message ?? "");
        Facts.Row("part of", PartOf(fragment.UsedBy));
    }

    private static string PartOf(FragmentUsers users)
    {
        var all = users.Fragments.Select(f => $"@{f}").Concat(users.Watches.Select(w => $"watch {w}")).ToList();
        return all.Count == 0 ? "nothing yet" : string.Join(", ", all);
    }
}
