using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using NewsWatch.Formats.Text.Html;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>Attacks on whoever shows HTML: what comes out is parsed again and holds nothing that runs.</summary>
public static class SanitiseMarks
{
    private static readonly string[] Dangerous = ["script", "iframe", "object", "embed", "form", "style", "link", "meta", "base", "svg", "math", "frame", "applet", "noscript", "template", "input"];

    /// <summary>Every attack of three sanitisers' tests.</summary>
    public static Mark Attacks()
    {
        var counter = new MarkCounter();
        var parser = new HtmlParser(new HtmlParserOptions { IsScripting = true });
        foreach (var file in Directory.EnumerateFiles(DataFolder.Path("sec-html-sanitise"), "*.jsonl", SearchOption.AllDirectories).Order())
        {
            foreach (var line in DataFolder.Lines(file))
            {
                var input = (line.TryGetProperty("input", out var i) ? i : line.TryGetProperty("payload", out var p) ? p : default) is { ValueKind: JsonValueKind.String } text ? text.GetString()! : null;
                if (input is null) continue;
                var output = SafeHtml.Of(input);
                using var document = parser.ParseDocument(output);
                counter.Count(document.Body!.QuerySelectorAll("*").All(IsHarmless), () => $"{input} -> {output}");
            }
        }

        return counter.ToMark("attacks by HTML disarmed", "sec-html-sanitise", 1.0);
    }

    private static bool IsHarmless(IElement element) =>
        !Dangerous.Contains(element.LocalName) && element.Attributes.All(a => !a.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && a.Name != "style" && !IsCode(a.Value));

    private static bool IsCode(string value)
    {
        var text = string.Concat(value.Where(c => c > ' ')).ToLowerInvariant();
        return text.StartsWith("javascript:", StringComparison.Ordinal) || text.StartsWith("data:", StringComparison.Ordinal) || text.StartsWith("vbscript:", StringComparison.Ordinal);
    }
}
