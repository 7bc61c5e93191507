using NewsWatch.Cli.Editing;
using NewsWatch.Contracts;

namespace NewsWatch.Cli.Watches;

/// <summary>A watch as a text to edit: <c>name: value</c> lines, then the query to the end. Lines that begin with # are comments.</summary>
internal static class WatchText
{
    public static string Write(Watch watch) =>
        $"""
        # The watch {watch.Id}, version {watch.Version}. Save and close to change it;
        # close without saving to leave it as it is.

        name: {watch.Name}
        topic: {watch.Topic}
        enabled: {(watch.Enabled ? "yes" : "no")}

        # The query, in the watch language, to the end of the file:
        query:
        {watch.Query}

        """;

    /// <summary>The watch with what the text says.</summary>
    /// <exception cref="FormatException">It cannot be read; the message says where and why.</exception>
    public static Watch Read(string text, Watch watch)
    {
        var lines = Comments.Without(text).Split('\n').ToList();
        var query = lines.FindIndex(line => line.StartsWith("query:", StringComparison.OrdinalIgnoreCase));
        if (query < 0) throw new FormatException("There is no line 'query:' any more: the query stands below it.");
        foreach (var line in lines.Take(query).Where(line => !string.IsNullOrWhiteSpace(line))) watch = Apply(watch, line);
        var written = string.Join('\n', [lines[query]["query:".Length..], .. lines.Skip(query + 1)]).Trim();
        return watch with { Query = written.Length > 0 ? written : throw new FormatException("The query is empty: it stands below 'query:'.") };
    }

    private static Watch Apply(Watch watch, string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var (name, value) = colon < 0 ? (line.Trim(), "") : (line[..colon].Trim().ToLowerInvariant(), line[(colon + 1)..].Trim());
        return name switch
        {
            "name" => watch with { Name = value },
            "topic" => watch with { Topic = Topic.Problem(value) is { } problem ? throw new FormatException(problem) : value },
            "enabled" => watch with { Enabled = IsYes(value) },
            _ => throw new FormatException($"'{line.Trim()}' is no line of a watch: there are name, topic and enabled, and the query below 'query:'."),
        };
    }

    private static bool IsYes(string value) => value.ToLowerInvariant() switch
    {
        "yes" or "true" or "on" => true,
        "no" or "false" or "off" => false,
        _ => throw new FormatException($"'enabled' is yes or no, not '{value}'."),
    };
}
