using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using NewsWatch.Matching;
using NewsWatch.UnitTests.Deploy;

namespace NewsWatch.UnitTests.Seeds;

/// <summary>The seed articles as plain documents: just enough reading for these well-behaved files.</summary>
internal static partial class SeedArticles
{
    public static IEnumerable<string> Files => RepositoryFiles.Under("seeds/articles", "*").Select(file => Path.GetFileName(file)!);

    /// <summary>The documents of a file, by the name that the README gives them.</summary>
    public static IEnumerable<KeyValuePair<string, Document>> Read(string name)
    {
        var text = RepositoryFiles.Read("seeds/articles/" + name);
        return Path.GetExtension(name) switch
        {
            ".json" => [new(name, FromJson(text))],
            ".jsonl" => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select((line, i) => KeyValuePair.Create($"{name} line {i + 1}", FromJson(line))),
            ".html" => [new(name, FromHtml(text))],
            _ => [new(name, new Document { Body = text })],
        };
    }

    private static Document FromJson(string json)
    {
        var article = JsonDocument.Parse(json).RootElement;
        string Text(string member) => article.TryGetProperty(member, out var value) ? value.GetString()! : "";
        return new Document { Title = Text("title"), Summary = Text("summary"), Body = Text("body"), Source = Text("source"), Lang = Text("lang") };
    }

    private static Document FromHtml(string html) => new()
    {
        Title = Plain(Title().Match(html).Groups[1].Value),
        Body = Plain(string.Join("\n\n", Paragraph().Matches(html).Select(match => match.Groups[1].Value))),
    };

    private static string Plain(string html) => WebUtility.HtmlDecode(Tag().Replace(html, ""));

    [GeneratedRegex("<title>(.*?)</title>")]
    private static partial Regex Title();

    [GeneratedRegex("<p>(.*?)</p>")]
    private static partial Regex Paragraph();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();
}
