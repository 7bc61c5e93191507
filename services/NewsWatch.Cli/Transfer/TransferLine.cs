using System.Text.Json;
using NewsWatch.Contracts;

namespace NewsWatch.Cli.Transfer;

/// <summary>The lines of an export: a header, what was exported (one thing a line, named by its kind), and an end with the counts.</summary>
internal static class TransferLine
{
    public const string Format = "newswatch.export/1";

    /// <summary>The member that names a thing of the kind.</summary>
    public static string Member(TransferKind kind) => kind switch
    {
        TransferKind.Fragments => "fragment",
        TransferKind.Watches => "watch",
        TransferKind.Feeds => "feed",
        TransferKind.Articles => "article",
        _ => "alert",
    };

    public static string Header(string server, DateTimeOffset now, string version) => JsonSerializer.Serialize(new { format = Format, exported = now, server, version }, NewsWatchJson.Options);

    public static string Of(TransferKind kind, JsonElement item) => $"{{\"{Member(kind)}\":{JsonSerializer.Serialize(item, NewsWatchJson.Options)}}}";

    public static string End(TransferCounts counts) => JsonSerializer.Serialize(new { end = counts }, NewsWatchJson.Options);

    /// <summary>Whether the first line of a file is that of an export.</summary>
    public static bool IsHeader(string? line)
    {
        if (line is null || !line.StartsWith('{')) return false;
        try
        {
            using var json = JsonDocument.Parse(line);
            return json.RootElement.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.String && format.GetString() == Format;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The kind of a line by its first member, or <see langword="null"/> for the end and for what a later version may add.</summary>
    public static TransferKind? KindOf(string line)
    {
        foreach (var kind in Enum.GetValues<TransferKind>())
        {
            if (line.StartsWith($"{{\"{Member(kind)}\":", StringComparison.Ordinal)) return kind;
        }

        return null;
    }

    /// <summary>The counts, where the line is the end.</summary>
    public static TransferCounts? ReadEnd(string line) =>
        line.StartsWith("{\"end\":", StringComparison.Ordinal) ? JsonDocument.Parse(line).RootElement.GetProperty("end").Deserialize<TransferCounts>(NewsWatchJson.Options) : null;
}

/// <summary>How much of what.</summary>
internal sealed record TransferCounts
{
    public int Fragments { get; init; }

    public int Watches { get; init; }

    public int Feeds { get; init; }

    public int Articles { get; init; }

    /// <summary>Articles change; each of their texts counts.</summary>
    public int Revisions { get; init; }

    public int Alerts { get; init; }

    public override string ToString() => $"{Articles:N0} articles ({Revisions:N0} revisions), {Alerts:N0} alerts, {Watches:N0} watches, {Feeds:N0} feeds, {Fragments:N0} fragments";

    /// <summary>With the items of a page more; revisions of one article stand side by side.</summary>
    public TransferCounts With(TransferKind kind, IReadOnlyList<JsonElement> items) => kind switch
    {
        TransferKind.Fragments => this with { Fragments = Fragments + items.Count },
        TransferKind.Watches => this with { Watches = Watches + items.Count },
        TransferKind.Feeds => this with { Feeds = Feeds + items.Count },
        TransferKind.Articles => this with { Articles = Articles + items.Select(i => i.GetProperty("id").GetString()).Distinct(StringComparer.Ordinal).Count(), Revisions = Revisions + items.Count },
        _ => this with { Alerts = Alerts + items.Count },
    };
}
