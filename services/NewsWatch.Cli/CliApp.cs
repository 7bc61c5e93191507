using System.Text;
using NewsWatch.Cli.Errors;
using NewsWatch.Cli.Run;
using Spectre.Console.Cli;

namespace NewsWatch.Cli;

/// <summary>Runs a command line.</summary>
public static class CliApp
{
    public static async Task<int> RunAsync(string[] args)
    {
        Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var app = new CommandApp<RunCommand>();
        app.Configure(cli =>
        {
            CommandTable.Fill(cli);
            cli.SetExceptionHandler((exception, _) => ErrorReport.Write(exception, args));
            cli.SetInterceptor(new StandardInputDash());
            // A misspelt option must not be passed over in silence.
            cli.UseStrictParsing();
        });
        return await app.RunAsync(StandardInputDash.Hide(args));
    }
}
