using NewsWatch.Cli.Up.State;
using Spectre.Console;

namespace NewsWatch.Cli.Up;

/// <summary>Tells people at a terminal: one line that changes, and a line that stays for each part.</summary>
internal sealed class ConsoleReport(StatusContext? status) : IUpReport
{
    /// <summary>Where output is piped nothing can change, so only the lines that stay are written.</summary>
    public static Task<T> ShowAsync<T>(Func<IUpReport, Task<T>> work) => AnsiConsole.Profile.Capabilities.Interactive
        ? AnsiConsole.Status().Spinner(Spinner.Known.Dots).StartAsync("looking around", status => work(new ConsoleReport(status)))
        : work(new ConsoleReport(null));

    public void Waiting(string text) => status?.Status(Markup.Escape(text));

    public void Ready(RunningPart part, TimeSpan took) =>
        AnsiConsole.MarkupLineInterpolated($"[green]ready[/]    {part.Name,-14} {part.Address}  [grey]{took.TotalSeconds:0.0} s, pid {part.Process.Pid}[/]");

    public void Stopped(RunningPart part, bool byForce) =>
        AnsiConsole.MarkupLineInterpolated($"[green]stopped[/]  {part.Name}{(byForce ? ", by force: it did not end when asked" : "")}");
}
