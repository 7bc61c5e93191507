using System.Text;
using System.Text.Json;
using NewsWatch.Matching.Language.Fragments;

namespace NewsWatch.Cli.Input;

/// <summary>
/// Fragments from a file, for what is done without a server: a JSON array or JSON lines, as <c>newswatch fragment list --json</c> prints them, or a
/// name, a tab and a query on each line.
/// </summary>
internal static class FragmentFile
{
    /// <summary>The fragments; none where no file is named.</summary>
    /// <exception cref="UsageException">There is no such file, or it cannot be read; the message says where and why.</exception>
    public static FragmentSet Read(string? file)
    {
        if (file is null) return FragmentSet.None;
        if (!File.Exists(file)) throw new UsageException($"There is no file '{file}'.");
        try
        {
            return Parse(File.ReadAllText(file, Encoding.UTF8));
        }
        catch (FormatException e)
        {
            throw new UsageException($"{file}: {e.Message}");
        }
    }

    /// <exception cref="FormatException">The text cannot be read.</exception>
    public static FragmentSet Parse(string text)
    {
        var fragments = new Dictionary<string, Fragment>(StringComparer.Ordinal);
        foreach (var (place, fragment) in text.TrimStart().StartsWith('[') ? Whole(text) : Lines(text))
        {
            if (FragmentNames.Problem(fragment.Name) is { } problem) throw new FormatException($"{place}: {problem}");
            if (!fragments.TryAdd(fragment.Name, fragment)) throw new FormatException($"{place}: another fragment is called @{fragment.Name}.");
        }

        return new FragmentSet(fragments.Values);
    }

    private static List<(string Place, Fragment Fragment)> Whole(string text)
    {
        using var json = Json(text, "The array");
        return [.. json.RootElement.EnumerateArray().Select((item, index) => ($"Item {index + 1}", Of(item, $"Item {index + 1}")))];
    }

    private static IEnumerable<(string Place, Fragment Fragment)> Lines(string text)
    {
        // At line feeds only: a query may hold any other character that Unicode calls the end of a line.
        foreach (var (index, line) in text.Split('\n').Index())
        {
            if (!string.IsNullOrWhiteSpace(line)) yield return ($"Line {index + 1}", Line(line.Trim(), $"Line {index + 1}"));
        }
    }

    private static Fragment Line(string line, string place)
    {
        if (line[0] == '{')
        {
            using var json = Json(line, place);
            return Of(json.RootElement, place);
        }

        var tab = line.IndexOf('\t', StringComparison.Ordinal);
        return tab > 0 ? new Fragment(line[..tab].Trim(), 1, line[(tab + 1)..].Trim()) : throw new FormatException($"{place}: a fragment is JSON with a name and a query, or a name, a tab and a query.");
    }

    private static JsonDocument Json(string text, string place)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException e)
        {
            throw new FormatException($"{place} starts like JSON but is none: {e.Message}", e);
        }
    }

    private static Fragment Of(JsonElement json, string place)
    {
        if (Text(json, "name") is not { } name || Text(json, "query") is not { } query) throw new FormatException($"{place}: a fragment has a 'name' and a 'query' that are strings.");
        if (!json.TryGetProperty("version", out var version)) return new Fragment(name, 1, query);
        if (version.ValueKind != JsonValueKind.Number || !version.TryGetInt32(out var number)) throw new FormatException($"{place}: the 'version' of a fragment is a whole number.");
        return new Fragment(name, number, query);
    }

    private static string? Text(JsonElement json, string member)
    {
        try
        {
            return json.ValueKind == JsonValueKind.Object && json.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            return null;
        }
    }
}
