using System.Text;

namespace NewsWatch.Formats.Text.Markup;

/// <summary>An element of a document read forgivingly. Names compare without case, namespaces by their URI.</summary>
public sealed class Element
{
    /// <summary>The local name.</summary>
    public required string Name { get; init; }

    /// <summary>The prefix as written, or an empty string.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The namespace URI; empty where there is none or its prefix was never declared.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>Line of the start tag, counted from 1.</summary>
    public int Line { get; init; }

    /// <summary>Attributes in document order, namespace declarations left out.</summary>
    public IReadOnlyList<MarkupAttribute> Attributes { get; init; } = [];

    /// <summary>Elements and strings in document order.</summary>
    public IReadOnlyList<object> Content => _content;

    /// <summary>The element around this one.</summary>
    public Element? Parent { get; private set; }

    /// <summary>Child elements.</summary>
    public IEnumerable<Element> Children => _content.OfType<Element>();

    private readonly List<object> _content = [];

    /// <summary>Whether the local name is this one.</summary>
    public bool Is(string name) => Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Child elements of this name in any namespace.</summary>
    public IEnumerable<Element> All(string name) => Children.Where(c => c.Is(name));

    /// <summary>The first child element of this name.</summary>
    public Element? First(string name) => Children.FirstOrDefault(c => c.Is(name));

    /// <summary>An attribute's value by local name, the one without a prefix first.</summary>
    public string? Attribute(string name) => Find(name, a => a.Prefix.Length == 0) ?? Find(name, a => a.Prefix is not "xml");

    /// <summary>The value of an attribute of the <c>xml</c> namespace.</summary>
    public string? XmlAttribute(string name) => Find(name, a => a.Prefix is "xml");

    /// <summary>All text inside.</summary>
    public string Text
    {
        get
        {
            if (_content is [string only]) return only;
            var text = new StringBuilder();
            Append(text);
            return text.ToString();
        }
    }

    internal void Add(object node)
    {
        if (node is Element element) element.Parent = this;
        _content.Add(node);
    }

    // Depth is bounded by the reader.
    private void Append(StringBuilder text)
    {
        foreach (var node in _content)
        {
            if (node is string run) text.Append(run);
            else ((Element)node).Append(text);
        }
    }

    private string? Find(string name, Predicate<MarkupAttribute> where)
    {
        foreach (var attribute in Attributes)
        {
            if (attribute.Name.Equals(name, StringComparison.OrdinalIgnoreCase) && where(attribute)) return attribute.Value;
        }

        return null;
    }
}

/// <summary>An attribute.</summary>
/// <param name="Prefix">The prefix as written, or an empty string.</param>
/// <param name="Name">The local name.</param>
/// <param name="Value">The value, references resolved.</param>
public readonly record struct MarkupAttribute(string Prefix, string Name, string Value);
