using System.Text;

namespace NewsWatch.Formats.Text.Markup;

/// <summary>Puts what the reader finds into a tree, closing what was left open.</summary>
internal sealed class TreeBuilder
{
    private readonly Stack<Element> _open = new();
    private readonly NamespaceScopes _namespaces = new();
    private readonly StringBuilder _text = new();
    private int _elements;
    private int _line = 1;
    private int _lineAt;

    public TreeBuilder() => _open.Push(new Element { Name = "" });

    public Element Current => _open.Peek();

    public Element Root
    {
        get
        {
            FlushText();
            return _open.Last();
        }
    }

    // Called with growing positions only, so each character is looked at once.
    public int LineAt(string text, int at)
    {
        _line += text.AsSpan(_lineAt, at - _lineAt).Count('\n');
        _lineAt = at;
        return _line;
    }

    public void Text(string text) => _text.Append(text);

    public void Open(string qualified, List<(string Name, string Value)> attributes, int line, bool empty)
    {
        FlushText();
        if (++_elements > MarkupLimits.Elements) throw new MarkupException($"The document has more than {MarkupLimits.Elements:N0} elements.");
        var (prefix, name) = NamespaceScopes.Split(qualified);
        CloseSibling(name);
        _namespaces.Push(attributes);
        var element = new Element { Name = name, Prefix = prefix, Namespace = _namespaces.Find(prefix), Line = line, Attributes = Plain(attributes) };
        Current.Add(element);
        if (!empty && _open.Count < MarkupLimits.Depth) _open.Push(element);
        else _namespaces.Pop();
    }

    /// <summary>Elements still open, the document itself left out.</summary>
    public IEnumerable<Element> Unclosed => _open.Where(e => e.Name.Length > 0).Reverse();

    /// <summary>Closes an element; returns what was wrong with that as a sentence, or <see langword="null"/>.</summary>
    public string? Close(string qualified)
    {
        FlushText();
        var (prefix, name) = NamespaceScopes.Split(qualified);
        var depth = 0;
        foreach (var element in _open)
        {
            depth++;
            if (!element.Is(name) || element.Prefix != prefix) continue;
            var inner = depth > 1 ? $"</{qualified}> closes <{Current.Name}> as well, which was left open." : null;
            Pop(depth);
            return inner;
        }

        return $"</{qualified}> closes nothing that is open.";
    }

    // An item inside an item is an item that was never closed.
    private void CloseSibling(string name)
    {
        if (name is not ("item" or "entry")) return;
        var depth = 0;
        foreach (var element in _open)
        {
            depth++;
            if (element.Name is "content" or "source") return;
            if (element.Name != name) continue;
            Pop(depth);
            return;
        }
    }

    private void Pop(int count)
    {
        for (var i = 0; i < count && _open.Count > 1; i++)
        {
            _open.Pop();
            _namespaces.Pop();
        }
    }

    private void FlushText()
    {
        if (_text.Length == 0) return;
        Current.Add(_text.ToString());
        _text.Clear();
    }

    private static List<MarkupAttribute> Plain(List<(string Name, string Value)> attributes)
    {
        var plain = new List<MarkupAttribute>(attributes.Count);
        foreach (var (qualified, value) in attributes)
        {
            var (prefix, name) = NamespaceScopes.Split(qualified);
            if (qualified != "xmlns" && prefix != "xmlns") plain.Add(new MarkupAttribute(prefix, name, value));
        }

        return plain;
    }
}
