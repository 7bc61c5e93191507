using System.Text.RegularExpressions;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches;
using NewsWatch.UnitTests.Deploy;
using Xunit;

namespace NewsWatch.UnitTests.Seeds;

/// <summary>The table in seeds/README.md promises what each article raises; here the matcher is asked.</summary>
public sealed partial class SeedArticlesTests
{
    [Fact]
    public void The_README_names_every_article_once() =>
        Assert.Equal(SeedArticles.Files.SelectMany(SeedArticles.Read).Select(article => article.Key).Order(), Promises().Keys.Order());

    [Fact]
    public void Each_raises_what_the_README_says()
    {
        var watches = WatchSet.Build(SeedWatches.All.Select(watch => KeyValuePair.Create(watch.Id, WatchQuery.Parse(watch.Query))));
        var raised = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (var (name, document) in SeedArticles.Files.SelectMany(SeedArticles.Read))
        {
            var ids = new List<string>();
            watches.Match(document, ids, (id, _, state) => state.Add(id));
            raised[name] = [.. ids.Order(StringComparer.Ordinal)];
        }

        Assert.Equal(Promises().Select(Line), raised.Select(Line));
    }

    private static string Line(KeyValuePair<string, string[]> article) => $"{article.Key}: {string.Join(' ', article.Value)}";

    private static SortedDictionary<string, string[]> Promises()
    {
        var promises = new SortedDictionary<string, string[]>(StringComparer.Ordinal);
        foreach (Match row in Row().Matches(RepositoryFiles.Read("seeds/README.md")))
            promises.Add(row.Groups["file"].Value + row.Groups["line"].Value, [.. Code().Matches(row.Groups["raises"].Value).Select(code => code.Groups[1].Value).Order(StringComparer.Ordinal)]);
        return promises;
    }

    [GeneratedRegex(@"^\| `(?<file>\d\d-[^`]+)`(?<line>[^|]*?) \|(?<raises>[^|]+)\|", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
