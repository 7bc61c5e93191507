using System.ComponentModel;
using NewsWatch.Cli.Api;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Transfer;

/// <summary>What is moved; in this order, so that the small things that everything else refers to come first.</summary>
internal enum TransferKind
{
    Fragments,
    Watches,
    Feeds,
    Articles,
    Alerts,
}

/// <summary>Which kinds; none named means all.</summary>
internal abstract class TransferSettings : ServerSettings
{
    [CommandOption("--articles")]
    [Description("Articles with all their revisions")]
    public bool Articles { get; init; }

    [CommandOption("--alerts")]
    [Description("Alerts")]
    public bool Alerts { get; init; }

    [CommandOption("--fragments")]
    [Description("Fragments of queries")]
    public bool Fragments { get; init; }

    [CommandOption("--watches")]
    [Description("Watches")]
    public bool Watches { get; init; }

    [CommandOption("--feeds")]
    [Description("Feeds. Without any of the five: everything")]
    public bool Feeds { get; init; }

    public IReadOnlyList<TransferKind> Kinds()
    {
        var named = Enum.GetValues<TransferKind>().Where(IsNamed).ToList();
        return named.Count > 0 ? named : Enum.GetValues<TransferKind>();
    }

    private bool IsNamed(TransferKind kind) => kind switch
    {
        TransferKind.Fragments => Fragments,
        TransferKind.Watches => Watches,
        TransferKind.Feeds => Feeds,
        TransferKind.Articles => Articles,
        _ => Alerts,
    };
}
