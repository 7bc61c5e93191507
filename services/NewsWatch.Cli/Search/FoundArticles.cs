using System.Text.Json;
using NewsWatch.Cli.Output;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Articles;
using NewsWatch.Storage.Articles;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NewsWatch.Cli.Search;

/// <summary>Articles of a search: a table with the places found marked, or the columns time, outlet, title, address, id, passage.</summary>
internal static class FoundArticles
{
    private const int MostPassages = 2;

    public static void Write(IEnumerable<JsonElement> items)
    {
        var found = items.Select(item => item.Deserialize<SearchItem>(NewsWatchJson.Options)!).ToList();
        if (!Screen.IsTerminal) found.ForEach(WritePlain);
        else if (found.Count > 0) WriteTable(found);
    }

    private static void WritePlain(SearchItem item) =>
        Screen.Fields(Screen.Time(item.Seen), item.Source, item.Title, item.Url, item.Id, item.Highlights.FirstOrDefault(h => h.Field != "title")?.Text ?? item.Summary);

    private static void WriteTable(List<SearchItem> found)
    {
        var listing = new Listing("seen", "outlet", "article");
        foreach (var item in found) listing.Add(Screen.Time(item.Seen), item.Source ?? item.Domain, new Cell(item.Title, Article(item)));
        listing.Write();
    }

    private static Rows Article(SearchItem item)
    {
        var title = item.Highlights.FirstOrDefault(h => h.Field == "title");
        var lines = new List<IRenderable> { new Paragraph().AppendMarked(title?.Text ?? item.Title, Spans(title), new Style(decoration: Decoration.Bold)) };
        lines.AddRange(item.Highlights.Where(h => h.Field != "title").Take(MostPassages).Select(h => new Paragraph().AppendMarked(h.Text, Spans(h))));
        lines.Add(new Text(SafeText.Line(item.Url is null ? item.Id : $"{item.Url}  {item.Id}"), new Style(decoration: Decoration.Dim)));
        return new Rows(lines);
    }

    private static IEnumerable<(int, int)> Spans(Highlight? highlight) => highlight?.Spans.Select(s => (s[0], s[1])) ?? [];
}
