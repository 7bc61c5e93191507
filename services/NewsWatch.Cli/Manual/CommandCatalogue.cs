using Spectre.Console.Cli;
using Spectre.Console.Cli.Help;
using Spectre.Console.Rendering;

namespace NewsWatch.Cli.Manual;

/// <summary>The commands as the parser knows them: completion, manual and error messages are made from it, so that they cannot say anything else.</summary>
internal static class CommandCatalogue
{
    private static CommandEntry? _read;

    public static CommandEntry Read() => _read ??= Capture();

    private static CommandEntry Capture()
    {
        var capture = new Capturing();
        var app = new CommandApp();
        app.Configure(cli =>
        {
            CommandTable.Fill(cli);
            cli.SetHelpProvider(capture);
        });
        app.Run(["--help"], CancellationToken.None);
        return CommandEntry.Root(capture.Model!);
    }

    /// <summary>The parser hands its model to who writes the help, and to nobody else.</summary>
    private sealed class Capturing : IHelpProvider
    {
        public ICommandModel? Model { get; private set; }

        public IEnumerable<IRenderable> Write(ICommandModel model, ICommandInfo? command)
        {
            Model = model;
            return [];
        }
    }
}
