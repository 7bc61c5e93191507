using AngleSharp.Html.Dom;
using NewsWatch.Formats.Text;

namespace NewsWatch.Formats.Pages;

/// <summary>The meta elements of a page, by name, property, itemprop or http-equiv.</summary>
internal sealed class MetaTags
{
    private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

    public MetaTags(IHtmlDocument document)
    {
        foreach (var meta in document.QuerySelectorAll("meta[content]"))
        {
            var content = PlainText.Line(Mojibake.Repair(meta.GetAttribute("content")!));
            if (content.Length == 0) continue;
            foreach (var attribute in new[] { "property", "name", "itemprop", "http-equiv" })
            {
                foreach (var name in (meta.GetAttribute(attribute) ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)) Add(name, content);
            }
        }
    }

    /// <summary>The first value of the first name that has one.</summary>
    public string? First(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (_values.TryGetValue(name, out var values)) return values[0];
        }

        return null;
    }

    /// <summary>All values of a name.</summary>
    public IReadOnlyList<string> All(string name) => _values.GetValueOrDefault(name) ?? [];

    private void Add(string name, string content)
    {
        if (!_values.TryGetValue(name, out var values)) _values[name] = values = [];
        values.Add(content);
    }
}
