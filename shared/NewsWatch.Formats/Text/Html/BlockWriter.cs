using System.Collections.Frozen;
using System.Text;
using AngleSharp.Dom;

namespace NewsWatch.Formats.Text.Html;

/// <summary>Gathers text while a tree is walked, breaking where a browser would.</summary>
internal sealed class BlockWriter
{
    private static readonly FrozenSet<string> Hidden = new[]
    {
        "script", "style", "template", "head", "title", "iframe", "embed", "svg", "math", "canvas", "audio", "video",
        "noframes", "frameset", "textarea", "select", "datalist", "button", "map", "area",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Blocks = new[]
    {
        "address", "article", "aside", "blockquote", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "legend", "main", "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "ul",
    }.ToFrozenSet();

    private static readonly FrozenSet<string> Lines = new[] { "br", "li", "tr", "caption", "option" }.ToFrozenSet();

    private readonly StringBuilder _text = new();
    private int _preformatted;

    /// <summary>Writes what stands before a node's children; <see langword="false"/> where they are not to be read.</summary>
    public bool Enter(INode node)
    {
        if (node is IText text) Write(text.Data);
        if (node is not IElement element) return node.NodeType is NodeType.Document or NodeType.DocumentFragment;
        if (IsHidden(element)) return false;
        if (element.LocalName == "pre") _preformatted++;
        Break(element.LocalName);
        return true;
    }

    /// <summary>Writes what stands behind a node's children.</summary>
    public void Leave(INode node)
    {
        if (node is not IElement element || IsHidden(element)) return;
        if (element.LocalName == "pre") _preformatted--;
        if (element.LocalName is "td" or "th") _text.Append(' ');
        else if (element.LocalName != "br") Break(element.LocalName);
    }

    public override string ToString() => _text.ToString();

    private static bool IsHidden(IElement element) => Hidden.Contains(element.LocalName) || element.HasAttribute("hidden");

    private void Break(string name)
    {
        if (Blocks.Contains(name)) _text.Append("\n\n");
        else if (name == "br") _text.Append('\n');
        else if (Lines.Contains(name) && !AtLineStart()) _text.Append('\n');
    }

    private bool AtLineStart()
    {
        for (var i = _text.Length - 1; i >= 0; i--)
        {
            if (_text[i] == '\n') return true;
            if (_text[i] != ' ') return false;
        }

        return true;
    }

    private void Write(string text)
    {
        text = text.Replace("\u00AD", "", StringComparison.Ordinal);
        if (_preformatted > 0) _text.Append(text);
        else _text.Append(text.Replace('\n', ' ').Replace('\u2029', ' '));
    }
}
