using System.Globalization;
using System.Text;
using System.Text.Json;
using NewsWatch.Cli.Output;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Matching.Watches;

namespace NewsWatch.Cli.Match;

/// <summary>Reads watches: <c>{id, query}</c> as JSON lines, or one query a line, which is named by its line number.</summary>
internal static class WatchFile
{
    /// <summary>The set, and how many watches were bad; each bad one is written as a line <c>{watch, error}</c>.</summary>
    public static (WatchSet Set, int Bad) Read(byte[] bytes, IFragmentSource fragments, JsonLines output)
    {
        var good = new Dictionary<string, WatchQuery>(StringComparer.Ordinal);
        var bad = 0;
        var number = 0;
        // At line feeds only: a query may hold any other character that Unicode calls the end of a line.
        foreach (var line in Encoding.UTF8.GetString(bytes).TrimStart('\uFEFF').Split('\n'))
        {
            number++;
            if (string.IsNullOrWhiteSpace(line)) continue;
            var id = number.ToString(CultureInfo.InvariantCulture);
            try
            {
                (id, var query) = Split(id, line.Trim());
                if (query is null) throw new FormatException($"Line {number}: a watch has a 'query' that is a string.");
                if (!good.TryAdd(id, WatchQuery.Parse(query, fragments))) throw new FormatException("Another watch has this id.");
            }
            catch (FormatException e)
            {
                bad++;
                output.Write((id, e.Message), static (json, error) =>
                {
                    json.WriteString("watch"u8, error.id);
                    json.WriteString("error"u8, error.Message);
                });
            }
        }

        return (WatchSet.Build(good), bad);
    }

    private static (string Id, string? Query) Split(string number, string line)
    {
        if (line[0] != '{') return (number, line);
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var id = root.TryGetProperty("id", out var named) && named.ValueKind != JsonValueKind.Null ? named.ToString() : number;
            return (id, root.TryGetProperty("query", out var query) && query.ValueKind == JsonValueKind.String ? query.GetString() : null);
        }
        catch (InvalidOperationException e)
        {
            throw new FormatException($"Line {number}: a text in it is not valid Unicode.", e);
        }
        catch (JsonException e)
        {
            throw new FormatException($"Line {number} starts like JSON but is none: {e.Message}", e);
        }
    }
}
