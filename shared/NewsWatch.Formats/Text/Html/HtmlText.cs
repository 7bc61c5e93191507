using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace NewsWatch.Formats.Text.Html;

/// <summary>HTML as plain text: paragraphs separated by blank lines, nothing that a reader would not see.</summary>
public static class HtmlText
{
    // The parser is safe to share; scripting stays off, so noscript content counts as content.
    private static readonly HtmlParser Parser = new();

    /// <summary>The text of a fragment, with its paragraphs.</summary>
    public static string Of(string? html)
    {
        if (string.IsNullOrWhiteSpace(html)) return "";
        if (!html.AsSpan().ContainsAny('<', '&')) return PlainText.Paragraphs(html);
        using var document = Parser.ParseDocument(HtmlRepair.RawText(HtmlDepth.Limit(html)));
        return Of(document.Body!);
    }

    /// <summary>The text of a part of a document.</summary>
    public static string Of(INode node)
    {
        var writer = new BlockWriter();
        Walk(node, writer);
        return PlainText.Paragraphs(writer.ToString());
    }

    // Not recursive: a hostile page may nest deeper than the stack reaches.
    private static void Walk(INode root, BlockWriter writer)
    {
        var node = root;
        while (true)
        {
            if (writer.Enter(node) && node.FirstChild is { } child)
            {
                node = child;
                continue;
            }

            writer.Leave(node);
            while (node != root && node.NextSibling is null)
            {
                node = node.Parent!;
                writer.Leave(node);
            }

            if (node == root) return;
            node = node.NextSibling!;
        }
    }
}
