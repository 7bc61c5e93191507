using System.Globalization;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Watches;

namespace NewsWatch.Gateway.Console.Watches;

/// <summary>What stands in the editor, as it was typed.</summary>
public sealed record WatchForm
{
    /// <summary>The watch that is edited; <see langword="null"/> for a new one.</summary>
    public string? Id { get; init; }

    /// <summary>The version that the editing began with.</summary>
    public int? Version { get; init; }

    public string Name { get; init; } = "";

    public string Query { get; init; } = "";

    public string Topic { get; init; } = "";

    public bool Enabled { get; init; } = true;

    public IReadOnlyList<string> Matches { get; init; } = [];

    public IReadOnlyList<string> Misses { get; init; } = [];

    public static WatchForm Of(Watch watch) => new()
    {
        Id = watch.Id,
        Version = watch.Version,
        Name = watch.Name,
        Query = watch.Query,
        Topic = watch.Topic,
        Enabled = watch.Enabled,
        Matches = watch.Examples?.Matches ?? [],
        Misses = watch.Examples?.Misses ?? [],
    };

    internal static async Task<WatchForm> ReadAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        return new WatchForm
        {
            Id = form["id"].ToString() is { Length: > 0 } id ? id : null,
            Version = int.TryParse(form["version"], NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null,
            Name = form["name"].ToString(),
            Query = form["query"].ToString(),
            Topic = form["topic"].ToString().Trim(),
            Enabled = form["enabled"].Count > 0,
            Matches = [.. form["matches"].OfType<string>().Where(t => !string.IsNullOrWhiteSpace(t))],
            Misses = [.. form["misses"].OfType<string>().Where(t => !string.IsNullOrWhiteSpace(t))],
        };
    }

    internal WatchExampleTexts Examples => new() { Matches = Matches, Misses = Misses };

    internal WatchInput ToInput() => new(null, Name, Query, Topic, Enabled, null, null, null, Examples);
}
