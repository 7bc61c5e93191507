using System.ComponentModel;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Api;

/// <summary>Options of every command that talks to a server.</summary>
internal abstract class ServerSettings : CommandSettings
{
    [CommandOption("--server <URL>")]
    [Description("The server; default NEWSWATCH_SERVER, else http://127.0.0.1:8600")]
    public string? Server { get; init; }

    [CommandOption("--json")]
    [Description("Print JSON")]
    public bool Json { get; init; }

    public ApiClient Connect() => new(Server ?? Environment.GetEnvironmentVariable("NEWSWATCH_SERVER") ?? ApiClient.DefaultServer);
}
