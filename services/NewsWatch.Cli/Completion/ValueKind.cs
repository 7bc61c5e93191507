using NewsWatch.Cli.Manual;
using NewsWatch.Cli.PutAside;
using NewsWatch.Cli.Queries;

namespace NewsWatch.Cli.Completion;

/// <summary>What may stand at a place: fixed words, files, or what the server knows.</summary>
internal abstract record ValueKind
{
    /// <summary>Nothing that can be known.</summary>
    public sealed record Free : ValueKind;

    public sealed record Files : ValueKind;

    public sealed record Words(IReadOnlyList<string> Of) : ValueKind;

    /// <summary>Names that <c>newswatch complete KIND</c> asks the server for.</summary>
    public sealed record Known(string Kind) : ValueKind;

    /// <summary>By the name that a place has in the help, so that a new option is completed without being listed here.</summary>
    public static ValueKind Named(string name, CommandEntry command) => name.ToUpperInvariant() switch
    {
        "FILE" or "DIR" or "PATH" or "INPUT" => new Files(),
        "TOPIC" => new Known("topics"),
        "WATCH" => new Known("watches"),
        "FRAGMENT" => new Known("fragments"),
        "FEED" => new Known("feeds"),
        "MESSAGE" => new Known("errors"),
        "QUEUE" => new Words(ErrorFinder.ShortNames),
        "SHELL" => new Words(["bash", "zsh", "fish"]),
        "FORM" => new Words([.. QueryCommand.FormNames]),
        "ORDER" => new Words(["seen", "published", "relevance"]),
        "STATE" => new Words(["ok", "failing", "quiet", "ended", "paused", "new"]),
        "NAME" when command.Path == "service" => new Words(["ingestion", "indexer", "watcher", "gateway"]),
        _ => new Free(),
    };
}
