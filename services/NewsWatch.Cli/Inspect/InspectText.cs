using System.Text.Json;
using NewsWatch.Cli.Inspect.Sources;
using NewsWatch.Formats.Text.Charsets;
using NewsWatch.Matching.Analysis;

namespace NewsWatch.Cli.Inspect;

/// <summary><c>inspect text</c>: the tokens that a text is made of.</summary>
internal sealed class InspectText(IDocumentSource source, AnalyzerKind analyzer = AnalyzerKind.Text)
{
    /// <summary>Writes one line for each line of <c>.jsonl</c> input, else one for the whole.</summary>
    public async Task<int> RunAsync(string argument, TextWriter output, CancellationToken cancellation = default)
    {
        InspectedDocument document;
        try
        {
            document = await source.ReadAsync(argument, cancellation);
        }
        catch (IOException e)
        {
            InspectJson.WriteLine(output, new { tokens = Array.Empty<object>(), error = e.Message });
            return 1;
        }

        foreach (var line in TextLines.Of(argument, CharsetDecoder.Decode(document.Bytes).Text)) Write(line, output);
        return 0;
    }

    private void Write(TextLine line, TextWriter output)
    {
        if (line.Error is not null)
        {
            InspectJson.WriteLine(output, new { id = line.Id, tokens = Array.Empty<object>(), error = line.Error });
            return;
        }

        var tokens = TextAnalyzer.Analyze(line.Text, analyzer).Select(t => new object[] { t.Text, t.Start, t.End });
        if (line.Id is { } id) InspectJson.WriteLine(output, new { id, tokens });
        else InspectJson.WriteLine(output, new { tokens });
    }
}

/// <summary>A text to look at.</summary>
internal sealed record TextLine(JsonElement? Id, string Text, string? Error = null);

/// <summary>Splits input into texts: a line each where it is JSON lines, else one.</summary>
internal static class TextLines
{
    public static IEnumerable<TextLine> Of(string argument, string content)
    {
        if (!argument.EndsWith(".jsonl", StringComparison.OrdinalIgnoreCase) && !(argument == "-" && LooksLikeJsonLines(content))) return [new TextLine(null, content)];
        return content.Split('\n').Select((line, index) => (line, index)).Where(l => !string.IsNullOrWhiteSpace(l.line)).Select(l => Read(l.line, l.index + 1));
    }

    private static bool LooksLikeJsonLines(string content)
    {
        var first = content.AsSpan().TrimStart();
        var end = first.IndexOf('\n');
        return first.StartsWith("{") && Read((end < 0 ? first : first[..end]).ToString(), 1).Error is null;
    }

    private static TextLine Read(string line, int number)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("text", out var text) || text.ValueKind != JsonValueKind.String)
                return new TextLine(null, "", $"Line {number} has no string 'text'.");
            return new TextLine(root.TryGetProperty("id", out var id) ? id.Clone() : null, text.GetString() ?? "");
        }
        catch (JsonException e)
        {
            return new TextLine(null, "", $"Line {number} is not JSON: column {e.BytePositionInLine + 1}.");
        }
    }
}
