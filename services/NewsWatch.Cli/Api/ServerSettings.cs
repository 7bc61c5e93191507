using System.ComponentModel;
using NewsWatch.Cli.Servers;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Api;

/// <summary>Options of every command that talks to a server.</summary>
internal abstract class ServerSettings : CommandSettings
{
    [CommandOption("--server <URL>")]
    [Description("The server; default NEWSWATCH_SERVER, else the remembered one, else http://127.0.0.1:8600")]
    public string? Server { get; init; }

    [CommandOption("--remember")]
    [Description("Remember --server for all commands")]
    public bool Remember { get; init; }

    [CommandOption("--api-key <KEY>")]
    [Description("The server's API key; default NewsWatch__ApiKey")]
    public string? ApiKey { get; init; }

    [CommandOption("--json")]
    [Description("Print JSON: an object, or one a line where there are several")]
    public bool Json { get; init; }

    public ApiClient Connect()
    {
        if (Remember && Server is null) throw new UsageException("--remember needs --server URL beside it: it says what to remember.");
        var memory = ServerMemory.OfUser();
        var choice = ServerChoice.Of(Server, memory);
        ServerChoice.Check(choice.Address);
        if (Remember) memory.Write(choice.Address);
        return new ApiClient(choice.Address, choice.From, ApiKey);
    }
}
