using System.Globalization;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Fragments;

namespace NewsWatch.Gateway.Console.Fragments;

/// <summary>What stands in the editor, as it was typed.</summary>
public sealed record FragmentForm
{
    /// <summary>The fragment that is edited; <see langword="null"/> for a new one.</summary>
    public string? Edited { get; init; }

    /// <summary>The version that the editing began with.</summary>
    public int? Version { get; init; }

    public string Name { get; init; } = "";

    public string Query { get; init; } = "";

    public static FragmentForm Of(QueryFragment fragment) => new() { Edited = fragment.Name, Version = fragment.Version, Name = fragment.Name, Query = fragment.Query };

    internal static async Task<FragmentForm> ReadAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        var edited = form["edited"].ToString() is { Length: > 0 } name ? name : null;
        return new FragmentForm
        {
            Edited = edited,
            Version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
            // People write the name as they will use it.
            Name = edited ?? form["name"].ToString().Trim().TrimStart('@').ToLowerInvariant(),
            Query = form["query"].ToString(),
        };
    }

    internal FragmentInput ToInput() => new(Name, Query);
}
