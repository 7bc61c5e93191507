using System.ComponentModel;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Up;

/// <summary>Options of up, down and status: the data folder is what they have in common.</summary>
internal abstract class DataSettings : CommandSettings
{
    [CommandOption("--data <DIR>")]
    [Description("The data folder; default NewsWatch__Data, else ./data")]
    public string? Data { get; init; }

    public string DataFolder => Path.GetFullPath(Data ?? Environment.GetEnvironmentVariable("NewsWatch__Data") ?? "data");
}
