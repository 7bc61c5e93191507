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

        await WatchesAsync(client);
        await ExamplesAsync(client);
        await FragmentsAsync(client);
        await newswatch.WatchAsync();
        await ArticlesAsync(client);
        await FeedsAsync(client);
        await BalanceAsync(client);
        await ErrorsAsync(client, newswatch);
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

    private static async Task WatchesAsync(Client client)
    {
        var tried = await client.RunAsync("watch", "add", "tanker OR freighter", "--topic", "ships", "--try");
        Assert.Contains("means\tFinds articles with", tried, StringComparison.Ordinal);
        Assert.Equal("", await client.RunAsync("watch", "list"));

        await client.RunAsync("watch", "add", "tanker OR freighter", "--topic", "ships", "--name", "Ships", "--id", "ships");
        Assert.Equal("ships\tShips\tships\ton\ttanker OR freighter\n", await client.RunAsync("watch", "list"));

        await client.RunAsync("watch", "edit", "ships", "--example", "A tanker came.");

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

        // As a script with an unset variable says it: every name begins with nothing.
        (exit, _, errors) = await client.TryAsync("watch", "remove", "");
        Assert.Equal(2, exit);
        Assert.Contains("The watch is empty", errors, StringComparison.Ordinal);

        var removed = await client.RunAsync("watch", "remove", "ships");
        Assert.Contains("newswatch watch add 'tanker' --topic ships --name 'Ships' --id ships --paused --example 'A tanker came.'", removed, StringComparison.Ordinal);
    }

    private static async Task ExamplesAsync(Client client)
    {
        var (exit, output, _) = await client.TryAsync("watch", "add", "tanker", "--topic", "ships", "--try", "--example", "A freighter came.", "--counterexample", "It's calm");
        Assert.Equal(1, exit);
        Assert.Contains("example\twrong\tA freighter came.\tThis text must match and does not, because of tanker: ", output, StringComparison.Ordinal);
        Assert.Contains("counterexample\tright\tIt's calm\t\n", output, StringComparison.Ordinal);

        (exit, output, var errors) = await client.TryAsync("watch", "add", "tanker", "--topic", "ships", "--example", "A freighter came.");
        Assert.Equal((1, ""), (exit, output));
        Assert.Contains("The text that must match number 1 comes out wrong.", errors, StringComparison.Ordinal);
        Assert.Contains("because of tanker", errors, StringComparison.Ordinal);
        Assert.Equal("  A freighter came.", errors.Split('\n')[1].TrimEnd());
        Assert.Equal("", await client.RunAsync("watch", "list"));

        var file = Path.Combine(client.Home, "examples.json");
        await File.WriteAllTextAsync(file, """{"matches": ["lang: en\nA tanker\nIt came."], "misses": ["A freighter came."]}""", TestContext.Current.CancellationToken);
        await client.RunAsync("watch", "add", "tanker", "--topic", "ships", "--id", "examples", "--examples", file, "--counterexample", "Calm seas");
        var checks = Assert.Single(await client.JsonAsync("watch", "show", "examples")).GetProperty("examples").EnumerateArray().ToList();
        Assert.Equal([true, false, false], checks.Select(c => c.GetProperty("mustMatch").GetBoolean()));
        Assert.All(checks, check => Assert.True(check.GetProperty("isGreen").GetBoolean()));
        Assert.Contains("example\tright\tlang: en A tanker It came.\t\n", await client.RunAsync("watch", "show", "examples"), StringComparison.Ordinal);

        (exit, _, errors) = await client.TryAsync("watch", "edit", "examples", "--query", "tanker OR freighter");
        Assert.Equal(1, exit);
        Assert.Contains("The text that must not match number 1 comes out wrong.", errors, StringComparison.Ordinal);
        Assert.Contains("because of freighter", errors, StringComparison.Ordinal);
        await client.RunAsync("watch", "edit", "examples", "--query", "tanker OR freighter", "--no-examples", "--example", "A freighter came.");
        Assert.Equal(["A freighter came."], Assert.Single(await client.JsonAsync("watch", "list")).GetProperty("examples").GetProperty("matches").EnumerateArray().Select(t => t.GetString()));
        await client.RunAsync("watch", "edit", "examples", "--no-examples");
        Assert.False(Assert.Single(await client.JsonAsync("watch", "list")).TryGetProperty("examples", out _));

        await File.WriteAllTextAsync(file, """{"matches": ["A tanker came."], "examples": []}""", TestContext.Current.CancellationToken);
        (exit, _, errors) = await client.TryAsync("watch", "edit", "examples", "--examples", file);
        Assert.Equal(2, exit);
        Assert.Contains("examples.json' holds no examples: write {\"matches\":", errors, StringComparison.Ordinal);
        await client.RunAsync("watch", "remove", "examples");
    }

    private static async Task ErrorsAsync(Client client, StandaloneInstallation newswatch)
    {
        Assert.Equal("", await client.RunAsync("errors", "list"));
        var folder = Directory.CreateDirectory(Path.Combine(newswatch.DataFolder, "errors")).FullName;
        await PutAsideAsync(folder, "20261125T104203120-newswatch.indexer.articles-0a", "First\tstray");
        await PutAsideAsync(folder, "20261125T104203121-newswatch.indexer.articles-0b", "Second stray");
        await File.WriteAllTextAsync(Path.Combine(folder, "20261125T104203122-newswatch.watcher.articles-0c.json"), "not JSON", TestContext.Current.CancellationToken);

        var first = (await client.RunAsync("errors", "list", "--queue", "indexer.articles", "--limit", "1")).TrimEnd('\n').Split('\t');
        Assert.Equal(["20261125T104203120-newswatch.indexer.articles-0a", "newswatch.indexer.articles", "2026-11-25T10:42:03.120Z", "Article “First stray”", "The archive refused it."], first);
        Assert.Equal(3, (await client.JsonAsync("errors", "list")).Count);
        Assert.Contains("reason\tThe archive refused it.\n", await client.RunAsync("errors", "show", "20261125T104203121"), StringComparison.Ordinal);
        Assert.Equal(3, (await client.RunAsync("complete", "errors")).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);

        var (exit, _, errors) = await client.TryAsync("errors", "show", "20261125");
        Assert.Equal(1, exit);
        Assert.Contains("begins the ids of 3 messages", errors, StringComparison.Ordinal);
        (exit, _, errors) = await client.TryAsync("errors", "list", "--queue", "indexer.artciles");
        Assert.Equal(2, exit);
        Assert.Contains("Did you mean 'indexer.articles'?", errors, StringComparison.Ordinal);
        (exit, _, errors) = await client.TryAsync("errors", "replay");
        Assert.Equal(2, exit);
        Assert.Contains("--all", errors, StringComparison.Ordinal);

        Assert.Equal("Given back to newswatch.indexer.articles: Article “First stray”\n", await client.RunAsync("errors", "replay", first[0]));
        Assert.Equal("Dropped for good: Not JSON.\n", await client.RunAsync("errors", "drop", "20261125T104203122"));
        var replayed = Assert.Single(await client.JsonAsync("errors", "replay", "--all", "--queue", "newswatch.indexer.articles_error"));
        Assert.Equal(("newswatch.indexer.articles", 1), (replayed.GetProperty("queue").GetString(), replayed.GetProperty("replayed").GetInt32()));
        Assert.Equal("", await client.RunAsync("errors", "list"));
        await Eventually.GetAsync(() => newswatch.Api.CountAsync("stray"), count => count == 2, "the articles that were given back");

        (exit, _, errors) = await client.TryAsync("errors", "drop", first[0]);
        Assert.Equal(1, exit);
        Assert.Contains("'newswatch errors list' shows all.", errors, StringComparison.Ordinal);
    }

    private static Task PutAsideAsync(string folder, string id, string title) => File.WriteAllTextAsync(
        Path.Combine(folder, id + ".json"),
        System.Text.Json.JsonSerializer.Serialize(new
        {
            endpoint = "newswatch.indexer.articles",
            failed = "2026-11-25T10:42:03.120Z",
            reason = "The archive refused it.",
            message = new
            {
                articles = new[]
                {
                    new
                    {
                        article = new
                        {
                            id = new string(id[^1], 22),
                            revision = 1, title, summary = "", body = "A stray text.", author = Array.Empty<string>(), tag = Array.Empty<string>(), lang = "en",
                            seen = "2026-11-25T10:42:03.120Z", revised = "2026-11-25T10:42:03.120Z", hash = "BBBBBBBBBBBBBBBBBBBBBB",
                        },
                    },
                },
            },
        }),
        TestContext.Current.CancellationToken);

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

        (exit, _, errors) = await client.TryAsync("feed", "remove", " ");
        Assert.Equal(2, exit);
        Assert.Contains("The feed is empty", errors, StringComparison.Ordinal);

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
