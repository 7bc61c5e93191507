using NewsWatch.Cli.Inspect.Commands;
using NewsWatch.Cli.Match;
using NewsWatch.Cli.Output;
using NewsWatch.Cli.Push;
using NewsWatch.Cli.Run;
using NewsWatch.Cli.Service;
using NewsWatch.Cli.Up;
using NewsWatch.ServiceDefaults.Telemetry;
using Spectre.Console.Cli;

namespace NewsWatch.Cli;

/// <summary>The command line as a table of its commands.</summary>
public static class CliApp
{
    public static async Task<int> RunAsync(string[] args)
    {
        var app = new CommandApp<RunCommand>();
        app.Configure(Configure);
        return await app.RunAsync(StandardInputDash.Hide(args));
    }

    private static void Configure(IConfigurator cli)
    {
        cli.SetApplicationName("newswatch");
        cli.SetApplicationVersion(ProductVersion.Text);
        cli.SetExceptionHandler(Report);
        cli.SetInterceptor(new StandardInputDash());
        // A misspelt option must not be passed over in silence.
        cli.UseStrictParsing();

        cli.AddCommand<RunCommand>("run").WithDescription("Run everything in one process (the default).")
            .WithExample("run").WithExample("run", "--data", "/var/lib/newswatch", "--urls", "http://127.0.0.1:8600");
        cli.AddCommand<UpCommand>("up").WithDescription("Start the distributed form on this machine: broker, archive, trace viewer and each service as a process.")
            .WithExample("up").WithExample("up", "--elasticsearch", "/opt/elasticsearch");
        cli.AddCommand<DownCommand>("down").WithDescription("Stop what 'up' started, and nothing else.");
        cli.AddCommand<StatusCommand>("status").WithDescription("Say how each part of the distributed form is doing.");
        cli.AddCommand<PushCommand>("push").WithDescription("Send articles from files: .txt .json .jsonl .html, or - for JSON from standard input.")
            .WithExample("push", "story.txt").WithExample("push", "articles.jsonl", "--server", "http://127.0.0.1:8600");
        cli.AddCommand<MatchCommand>("match").WithDescription("Match articles (JSON lines) against watches without a server.")
            .WithExample("match", "--watches", "watches.jsonl", "articles.jsonl");
        cli.AddCommand<ServiceCommand>("service").WithDescription("Run one service as a process of its own: ingestion, indexer, watcher or gateway.")
            .WithExample("service", "watcher", "--urls", "http://127.0.0.1:8603");
        cli.AddBranch("inspect", Inspections);
    }

    private static void Inspections(IConfigurator<CommandSettings> inspect)
    {
        inspect.SetDescription("See what the system makes of an input, as one JSON object a line.");
        inspect.AddCommand<InspectTextCommand>("text").WithDescription("The tokens of a text.").WithExample("inspect", "text", "story.txt", "--analyzer", "stem");
        inspect.AddCommand<InspectFeedCommand>("feed").WithDescription("The items of feeds.").WithExample("inspect", "feed", "feed.xml", "--url", "https://outlet.example/");
        inspect.AddCommand<InspectPageCommand>("page").WithDescription("The article of web pages.");
        inspect.AddCommand<InspectOpmlCommand>("opml").WithDescription("The feeds of OPML files.");
        inspect.AddCommand<InspectSitemapCommand>("sitemap").WithDescription("The entries of sitemaps.");
        inspect.AddCommand<InspectRobotsCommand>("robots").WithDescription("What a robots.txt allows.").WithExample("inspect", "robots", "robots.txt", "--agent", "NewsWatch", "https://outlet.example/a");
        inspect.AddCommand<InspectUrlCommand>("url").WithDescription("The canonical form of addresses, and whether they may be connected to.");
        inspect.AddCommand<InspectBytesCommand>("bytes").WithDescription("The charset of files, and their text.");
        inspect.AddCommand<InspectLanguageCommand>("language").WithDescription("The language of a text.");
        inspect.AddCommand<InspectHtmlCommand>("html").WithDescription("HTML made safe to show.");
    }

    /// <summary>Wrong usage is 2, anything else that went wrong is 1; both say why in a sentence.</summary>
    private static int Report(Exception exception, ITypeResolver? resolver)
    {
        switch (exception)
        {
            case CommandParseException { Pretty: { } pretty }:
                Terminal.Error.Write(pretty);
                return ExitCode.Usage;
            case CommandAppException or UsageException:
                Terminal.Complain(exception.Message);
                return ExitCode.Usage;
            case OperationCanceledException:
                return ExitCode.Failed;
            default:
                Terminal.Complain(exception.Message);
                return ExitCode.Failed;
        }
    }
}
