using NewsWatch.Testing;
using NewsWatch.Testing.Installations;
using Xunit;

namespace NewsWatch.EndToEndTests.CommandLine;

/// <summary>A day with the command line: everything a person does, against one real process.</summary>
public sealed class ClientTests
{
    [Fact]
    public async Task Watches_articles_alerts_and_feeds_from_the_command_line()
    {
        await using var newswatch = new StandaloneInstallation();
        await newswatch.StartAsync();
        using var client = new Client(newswatch.Address);

        await WatchesAsync(client, newswatch);
        await FragmentsAsync(client);
        await newswatch.WatchAsync();
        await ArticlesAsync(client);
        await FeedsAsync(client);
        await BalanceAsync(client);
    }

    private static async Task BalanceAsync(Client client)
    {
        var (exit, _, _) = await client.TryAsync("push", Path.Combine(client.Home, "articles.jsonl"));
        Assert.Equal(0, exit);
        var bad = Path.Combine(client.Home, "bad.jsonl");
        await File.WriteAllTextAsync(bad, """{"title": "A", "url": "nonsense"}""", TestContext.Current.CancellationToken);
        Assert.Equal(1, (await client.TryAsync("push", bad)).ExitCode);

        var day = await Eventually.GetAsync(
            async () => (await client.RunAsync("balance", "--days", "1")).TrimEnd('\n').Split('\t')[1..], day => day is ["5", _, _, _, _, "0"], "the day's balance to be written");

        Assert.Equal(["5", "2", "2", "1", "0", "0"], day);
    }

    private static async Task WatchesAsync(Client client, StandaloneInstallation newswatch)
    {
        var tried = await client.RunAsync("watch", "add", "tanker OR freighter", "--topic", "ships", "--try");
        Assert.Contains("means\tFinds articles with", tried, StringComparison.Ordinal);
        Assert.Equal("", await client.RunAsync("watch", "list"));

        await client.RunAsync("watch", "add", "tanker OR freighter", "--topic", "ships", "--name", "Ships", "--id", "ships");
        Assert.Equal("ships\tShips\tships\ton\ttanker OR freighter\n", await client.RunAsync("watch", "list"));

        using var examples = new StringContent("""{"name": "Ships", "query": "tanker OR freighter", "topic": "ships", "examples": {"matches": ["A tanker came."], "misses": []}}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
        (await newswatch.Api.Http.PutAsync("api/watches/ships", examples, TestContext.Current.CancellationToken)).EnsureSuccessStatusCode();

        await client.RunAsync("watch", "edit", "Ships", "--query", "tanker", "--pause");
        var watch = Assert.Single(await client.JsonAsync("watch", "list"));
        Assert.Equal(("tanker", false, 3), (watch.GetProperty("query").GetString(), watch.GetProperty("enabled").GetBoolean(), watch.GetProperty("version").GetInt32()));
        Assert.Equal("A tanker came.", watch.GetProperty("examples").GetProperty("matches")[0].GetString());

        var (exit, _, errors) = await client.TryAsync("watch", "edit", "ships", "--query", "tanker AND");
        Assert.Equal(2, exit);
        Assert.Equal(["  tanker AND", "  " + new string(' ', 10) + "^"], errors.Split('\n')[1..3].Select(l => l.TrimEnd()));

        (exit, _, errors) = await client.TryAsync("watch", "show", "Shisp");
        Assert.Equal(1, exit);
        Assert.Contains("Did you mean 'Ships'?", errors, StringComparison.Ordinal);

        var removed = await client.RunAsync("watch", "remove", "ships");
        Assert.Contains("newswatch watch add 'tanker' --topic ships --name 'Ships' --id ships --paused", removed, StringComparison.Ordinal);
    }

    private static async Task FragmentsAsync(Client client)
    {
        Assert.Equal("", await client.RunAsync("fragment", "list"));
        var added = await client.RunAsync("fragment", "add", "@Banks", "barclays", "OR", "hsbc");
        Assert.Contains("name\tbanks\n", added, StringComparison.Ordinal);
        Assert.Contains("part of\tnothing yet\n", added, StringComparison.Ordinal);
        var (exit, _, errors) = await client.TryAsync("fragment", "add", "banks", "x");
        Assert.Equal((1, true), (exit, errors.Contains("newswatch fragment edit banks", StringComparison.Ordinal)));
        (exit, _, errors) = await client.TryAsync("fragment", "add", "more", "x OR @nowhere");
        Assert.Equal((2, "       ^"), (exit, errors.Split('\n')[2].TrimEnd()));
        (exit, _, errors) = await client.TryAsync("fragment", "show", "bnaks");
        Assert.Equal((1, true), (exit, errors.Contains("Did you mean @banks?", StringComparison.Ordinal)));

        await client.RunAsync("watch", "add", "@banks NEAR/3 sanctions", "--topic", "banks", "--id", "banking");
        (exit, _, errors) = await client.TryAsync("fragment", "edit", "banks", "--query", "title:barclays");
        Assert.Equal((1, true), (exit, errors.Contains("The watch “@banks NEAR/3 sanctions” would be wrong", StringComparison.Ordinal)));
        (exit, _, errors) = await client.TryAsync("fragment", "remove", "banks");
        Assert.Equal((1, true), (exit, errors.Contains("take it out of there first", StringComparison.Ordinal)));
        await client.RunAsync("fragment", "edit", "banks", "--query", "barclays");
        Assert.Equal("banks\t2\t1\t\tbarclays\n", await client.RunAsync("fragment", "list"));

        // What is printed for programs is what the commands without a server read.
        var file = Path.Combine(client.Home, "fragments.jsonl");
        await File.WriteAllTextAsync(file, await client.RunAsync("fragment", "list", "--json"), TestContext.Current.CancellationToken);
        Assert.Contains("FRAGMENT @banks version 2", await client.RunAsync("query", "@banks", "--as", "tree", "--fragments", file), StringComparison.Ordinal);
        Assert.Equal("banks\n", await client.RunAsync("complete", "fragments"));

        await client.RunAsync("watch", "remove", "banking");
        Assert.Contains("newswatch fragment add banks 'barclays'", await client.RunAsync("fragment", "remove", "@banks"), StringComparison.Ordinal);
    }

    private static async Task ArticlesAsync(Client client)
    {
        var file = Path.Combine(client.Home, "articles.jsonl");
        await File.WriteAllTextAsync(
            file,
            """
            {"title": "Lethal aid \u001b[2J agreed", "body": "The ministers spoke of lethal aid. It was late.", "url": "https://outlet.example/1?utm_source=x", "source": "Outlet"}
            {"title": "Calm seas", "body": "Nothing happened.", "url": "https://outlet.example/2", "source": "Outlet"}
            """,
            TestContext.Current.CancellationToken);
        await client.RunAsync("push", file);

        var alert = (await Eventually.GetAsync(() => client.RunAsync("alerts", "arms.#"), text => text.Length > 0, "the alert")).TrimEnd('\n').Split('\t');
        Assert.Equal(("arms.lethal-aid", "Outlet", "Lethal aid [2J agreed", "https://outlet.example/1"), (alert[1], alert[3], alert[4], alert[5]));
        var found = (await client.RunAsync("search", "title:calm")).TrimEnd('\n').Split('\t');
        Assert.Equal(("Outlet", "Calm seas", "https://outlet.example/2"), (found[1], found[2], found[3]));
        Assert.Equal(2, (await client.JsonAsync("search", "--from", "1d", "--limit", "5")).Count);

        var explained = await client.RunAsync("explain", "https://outlet.example/2?utm_medium=y", "--watch", "lethal-aid");
        Assert.Contains("It was first seen", explained, StringComparison.Ordinal);
        Assert.Contains("from Outlet (outlet.example)", explained, StringComparison.Ordinal);
        Assert.Contains("It raised no alert.", explained, StringComparison.Ordinal);
        Assert.Contains("  no  \"lethal aid\": “lethal” does not stand in the title, summary and body.", explained, StringComparison.Ordinal);
        var json = Assert.Single(await client.JsonAsync("explain", alert[7]));
        Assert.Equal(["lethal-aid"], json.GetProperty("alerts").EnumerateArray().Select(a => a.GetProperty("watchId").GetString()));
        Assert.Equal(["lethal-aid"], json.GetProperty("watches").EnumerateArray().Where(w => w.GetProperty("holds").GetBoolean()).Select(w => w.GetProperty("id").GetString()));
    }

    private static async Task FeedsAsync(Client client)
    {
        await client.RunAsync("feed", "add", "https://outlet.example/feed.xml", "--title", "Outlet", "--folder", "World", "--paused", "--unchecked");
        var feed = (await client.RunAsync("feed", "list")).TrimEnd('\n').Split('\t');
        Assert.Equal(("paused", "Outlet", "https://outlet.example/feed.xml"), (feed[1], feed[2], feed[3]));
        Assert.Equal("", await client.RunAsync("feed", "list", "--state", "failing"));
        var (exit, _, errors) = await client.TryAsync("feed", "refresh", "Outlet");
        Assert.Equal(1, exit);
        Assert.Contains("paused", errors, StringComparison.Ordinal);

        var list = Path.Combine(client.Home, "feeds.opml");
        await client.RunAsync("feed", "export", list);
        await client.RunAsync("feed", "remove", "Outlet");
        Assert.Equal("", await client.RunAsync("feed", "list"));
        Assert.Equal("1 added, 0 there already, 0 skipped\n", await client.RunAsync("feed", "import", list));
        await File.WriteAllTextAsync(list, (await File.ReadAllTextAsync(list, TestContext.Current.CancellationToken)).Replace("https://outlet.example/feed.xml", "gopher://outlet.example", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (exit, var output, errors) = await client.TryAsync("feed", "import", list);
        Assert.Equal((1, "0 added, 0 there already, 1 skipped\n"), (exit, output));
        Assert.Matches(@"feeds\.opml:\d+: ", errors);
    }
}
