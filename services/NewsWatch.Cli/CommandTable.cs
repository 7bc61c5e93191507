using NewsWatch.Cli.Alerts;
using NewsWatch.Cli.Balance;
using NewsWatch.Cli.Completion;
using NewsWatch.Cli.Explain;
using NewsWatch.Cli.Feeds;
using NewsWatch.Cli.Fragments;
using NewsWatch.Cli.Inspect.Commands;
using NewsWatch.Cli.Manual;
using NewsWatch.Cli.Match;
using NewsWatch.Cli.Push;
using NewsWatch.Cli.PutAside;
using NewsWatch.Cli.Queries;
using NewsWatch.Cli.Run;
using NewsWatch.Cli.Search;
using NewsWatch.Cli.Servers;
using NewsWatch.Cli.Service;
using NewsWatch.Cli.Transfer.Exporting;
using NewsWatch.Cli.Transfer.Importing;
using NewsWatch.Cli.Up;
using NewsWatch.Cli.Watches;
using NewsWatch.ServiceDefaults.Telemetry;
using Spectre.Console.Cli;

namespace NewsWatch.Cli;

/// <summary>All commands, with what they say of themselves and examples of each.</summary>
internal static class CommandTable
{
    public static void Fill(IConfigurator cli)
    {
        cli.SetApplicationName("newswatch");
        cli.SetApplicationVersion(ProductVersion.Text);
        Running(cli);
        Clients(cli);
        Offline(cli);
        cli.AddCommand<CompletionCommand>("completion").WithDescription("Print the completion script of a shell.")
            .WithExample("completion", "bash");
        cli.AddCommand<CompleteCommand>("complete").IsHidden();
        cli.AddCommand<ManualCommand>("manual").IsHidden();
    }

    private static void Running(IConfigurator cli)
    {
        cli.AddCommand<RunCommand>("run").WithDescription("Run everything in one process (the default).")
            .WithExample("run").WithExample("run", "--data", "/var/lib/newswatch", "--urls", "http://127.0.0.1:8600");
        cli.AddCommand<UpCommand>("up").WithDescription("Start the distributed form on this machine: broker, archive, trace viewer and each service as a process.")
            .WithExample("up").WithExample("up", "--elasticsearch", "/opt/elasticsearch");
        cli.AddCommand<DownCommand>("down").WithDescription("Stop what 'up' started, and nothing else.").WithExample("down");
        cli.AddCommand<StatusCommand>("status").WithDescription("Say how each part of the distributed form is doing.").WithExample("status", "--json");
        cli.AddCommand<ServiceCommand>("service").WithDescription("Run one service as a process of its own: ingestion, indexer, watcher or gateway.")
            .WithExample("service", "watcher", "--urls", "http://127.0.0.1:8603");
    }

    private static void Clients(IConfigurator cli)
    {
        cli.AddCommand<ServerCommand>("server").WithDescription("Say which server the commands talk to, or remember another.")
            .WithExample("server").WithExample("server", "http://news.example:8600");
        cli.AddCommand<PushCommand>("push").WithDescription("Send articles from files: .txt .json .jsonl .html, or - for JSON from standard input.")
            .WithExample("push", "story.txt").WithExample("push", "articles.jsonl", "--server", "http://127.0.0.1:8600");
        cli.AddCommand<SearchCommand>("search").WithDescription("Search the archive.")
            .WithExample("search", "'\"lethal aid\" OR sanctions'").WithExample("search", "sanctions", "--source", "nbcnews", "--from", "7d", "--json");
        cli.AddCommand<AlertsCommand>("alerts").WithDescription("Show alerts, newest first, or follow them as they come.")
            .WithExample("alerts", "'sanctions.#'").WithExample("alerts", "--follow", "--json");
        cli.AddCommand<ExplainCommand>("explain").WithDescription("Say what became of an article, and why a watch held or did not.")
            .WithExample("explain", "https://outlet.example/a").WithExample("explain", "UQE4ifSEONq4j_6WO45Y2w", "--watch", "Sanctions");
        cli.AddBranch("watch", Watches);
        cli.AddBranch("fragment", Fragments);
        cli.AddBranch("feed", Feeds);
        cli.AddBranch("errors", PutAside);
        cli.AddCommand<BalanceCommand>("balance").WithDescription("What came in and what became of it, day by day: received = stored + repeated + refused + dead-lettered + open.")
            .WithExample("balance", "--days", "30");
        cli.AddCommand<ExportCommand>("export").WithDescription("Write articles with all revisions, alerts, fragments, watches and feeds into a file; interrupted and started again it goes on.")
            .WithExample("export", "backup.jsonl.gz").WithExample("export", "-", "--fragments", "--watches", "--feeds");
        cli.AddCommand<ImportCommand>("import").WithDescription("Send an export to a server, whatever its archive; raises no alerts, and doing it twice changes nothing.")
            .WithExample("import", "backup.jsonl.gz", "--server", "http://news.example:8600");
    }

    private static void Watches(IConfigurator<CommandSettings> watch)
    {
        watch.SetDescription("Say what is watched, and change it.");
        watch.AddCommand<WatchListCommand>("list").WithDescription("All watches.").WithExample("watch", "list");
        watch.AddCommand<WatchShowCommand>("show").WithDescription("One watch: what it means, and what it found lately.").WithExample("watch", "show", "Sanctions", "--days", "14");
        watch.AddCommand<WatchAddCommand>("add").WithDescription("Add a watch.")
            .WithExample("watch", "add", "'\"lethal aid\"'", "--topic", "arms.lethal-aid", "--name", "'Lethal aid'")
            .WithExample("watch", "add", "--file", "query.txt", "--topic", "sanctions.shipping", "--try")
            .WithExample("watch", "add", "'\"lethal aid\"'", "--topic", "arms", "--example", "'Lethal aid agreed'", "--counterexample", "'Only non-lethal aid'");
        watch.AddCommand<WatchEditCommand>("edit").WithDescription("Change a watch by options, or without any in your editor.")
            .WithExample("watch", "edit", "Sanctions").WithExample("watch", "edit", "Sanctions", "--query", "'sanctions NOT lifted'").WithExample("watch", "edit", "Sanctions", "--pause");
        watch.AddCommand<WatchRemoveCommand>("remove").WithDescription("Remove watches; their alerts stay.").WithExample("watch", "remove", "Sanctions");
    }

    private static void Fragments(IConfigurator<CommandSettings> fragment)
    {
        fragment.SetDescription("Keep parts of queries once, to be named in watches as @name.");
        fragment.AddCommand<FragmentListCommand>("list").WithDescription("All fragments, with how many watches each is part of.").WithExample("fragment", "list").WithExample("fragment", "list", "--json");
        fragment.AddCommand<FragmentShowCommand>("show").WithDescription("One fragment: what it means, and what it is part of.").WithExample("fragment", "show", "banks");
        fragment.AddCommand<FragmentAddCommand>("add").WithDescription("Add a fragment.")
            .WithExample("fragment", "add", "banks", "'Barclays OR \"Deutsche Bank\"'").WithExample("fragment", "add", "tankers", "--file", "tankers.txt");
        fragment.AddCommand<FragmentEditCommand>("edit").WithDescription("Change a fragment by an option, or without any in your editor; refused where a watch would be wrong then.")
            .WithExample("fragment", "edit", "banks").WithExample("fragment", "edit", "banks", "--query", "'Barclays OR HSBC'");
        fragment.AddCommand<FragmentRemoveCommand>("remove").WithDescription("Remove fragments that nothing names.").WithExample("fragment", "remove", "banks");
    }

    private static void Feeds(IConfigurator<CommandSettings> feed)
    {
        feed.SetDescription("Say which feeds are polled, and change it.");
        feed.AddCommand<FeedListCommand>("list").WithDescription("All feeds with their health.").WithExample("feed", "list", "--state", "failing");
        feed.AddCommand<FeedAddCommand>("add").WithDescription("Add a feed, or the feeds of a site.")
            .WithExample("feed", "add", "https://outlet.example/feed.xml", "--folder", "World").WithExample("feed", "add", "https://outlet.example", "--all");
        feed.AddCommand<FeedRemoveCommand>("remove").WithDescription("Remove feeds; their articles stay.").WithExample("feed", "remove", "https://outlet.example/feed.xml");
        feed.AddCommand<FeedRefreshCommand>("refresh").WithDescription("Poll feeds now.").WithExample("feed", "refresh", "Outlet");
        feed.AddCommand<FeedImportCommand>("import").WithDescription("Add the feeds of an OPML file.").WithExample("feed", "import", "feeds.opml");
        feed.AddCommand<FeedExportCommand>("export").WithDescription("Write all feeds as OPML.").WithExample("feed", "export", "feeds.opml");
    }

    private static void PutAside(IConfigurator<CommandSettings> errors)
    {
        errors.SetDescription("See the messages that were put aside because they could not be handled, and give them back.");
        errors.AddCommand<ErrorListCommand>("list").WithDescription("All of them with the reason, oldest first.").WithExample("errors", "list").WithExample("errors", "list", "--queue", "indexer.articles", "--json");
        errors.AddCommand<ErrorShowCommand>("show").WithDescription("One of them.").WithExample("errors", "show", "20261125T104203120-newswatch.indexer");
        errors.AddCommand<ErrorReplayCommand>("replay").WithDescription("Give them back to the queues that they failed in, once the reason is gone.")
            .WithExample("errors", "replay", "20261125T104203120-newswatch.indexer").WithExample("errors", "replay", "--all", "--queue", "indexer.articles");
        errors.AddCommand<ErrorDropCommand>("drop").WithDescription("Drop them for good.").WithExample("errors", "drop", "20261125T104203120-newswatch.indexer");
    }

    private static void Offline(IConfigurator cli)
    {
        cli.AddCommand<MatchCommand>("match").WithDescription("Match articles (JSON lines) against watches without a server.")
            .WithExample("match", "--watches", "watches.jsonl", "articles.jsonl").WithExample("match", "--watches", "watches.jsonl", "--fragments", "fragments.jsonl", "articles.jsonl");
        cli.AddCommand<QueryCommand>("query").WithDescription("Say what a query means, without a server.")
            .WithExample("query", "'sanctions NEAR/8 (China OR Russia)'").WithExample("query", "'title:\"body armor\"'", "--as", "elasticsearch")
            .WithExample("query", "'@banks NEAR/8 sanctions'", "--fragments", "fragments.jsonl");
        cli.AddBranch("inspect", Inspections);
    }

    private static void Inspections(IConfigurator<CommandSettings> inspect)
    {
        inspect.SetDescription("See what the system makes of an input, as one JSON object a line.");
        inspect.AddCommand<InspectTextCommand>("text").WithDescription("The tokens of a text.").WithExample("inspect", "text", "story.txt", "--analyzer", "stem");
        inspect.AddCommand<InspectFeedCommand>("feed").WithDescription("The items of feeds.").WithExample("inspect", "feed", "feed.xml", "--url", "https://outlet.example/");
        inspect.AddCommand<InspectPageCommand>("page").WithDescription("The article of web pages.").WithExample("inspect", "page", "page.html", "--url", "https://outlet.example/a");
        inspect.AddCommand<InspectOpmlCommand>("opml").WithDescription("The feeds of OPML files.").WithExample("inspect", "opml", "feeds.opml");
        inspect.AddCommand<InspectSitemapCommand>("sitemap").WithDescription("The entries of sitemaps.").WithExample("inspect", "sitemap", "sitemap.xml.gz");
        inspect.AddCommand<InspectRobotsCommand>("robots").WithDescription("What a robots.txt allows.").WithExample("inspect", "robots", "robots.txt", "--agent", "NewsWatch", "https://outlet.example/a");
        inspect.AddCommand<InspectUrlCommand>("url").WithDescription("The canonical form of addresses, and whether they may be connected to.").WithExample("inspect", "url", "'http://outlet.example/a?utm_source=x'");
        inspect.AddCommand<InspectBytesCommand>("bytes").WithDescription("The charset of files, and their text.").WithExample("inspect", "bytes", "page.html", "--content-type", "text/html");
        inspect.AddCommand<InspectLanguageCommand>("language").WithDescription("The language of a text.").WithExample("inspect", "language", "story.txt");
        inspect.AddCommand<InspectHtmlCommand>("html").WithDescription("HTML made safe to show.").WithExample("inspect", "html", "page.html");
    }
}
