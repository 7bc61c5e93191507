using System.Diagnostics;
using System.Globalization;
using NewsWatch.Cli.Up.Processes;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Up;

public sealed class OwnGroupTests
{
    [Fact]
    public async Task A_command_leads_its_group_and_stays_in_the_session()
    {
        using var process = Start(["/bin/sh", "-c", $"cut -d' ' -f1,{ProcessStat.Group},{ProcessStat.Session} /proc/$$/stat; exec cat"]);
        var fields = (await process.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken))!.Split(' ');
        process.StandardInput.Close();
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);

        Assert.Equal([Text(process.Id), Text(process.Id), ProcessStat.Field("/proc/self/stat", ProcessStat.Session)], fields);
    }

    [Fact]
    public async Task It_gets_arguments_and_variables_as_they_are()
    {
        using var process = Start(["/bin/sh", "-c", """printf '%s|' "$0" "$@"; env | grep -c ^PERL_BADLANG=""", "a b", "$x", "-e", "--"]);
        Assert.Equal("a b|$x|-e|--|0\n", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_command_that_is_not_there_is_named()
    {
        using var process = Start(["/no/such/program"]);
        Assert.Contains("/no/such/program: No such file or directory", await process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.NotEqual(0, process.ExitCode);
    }

    private static Process Start(IEnumerable<string> command)
    {
        var start = OwnGroup.Of(command);
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        return Process.Start(start)!;
    }

    private static string Text(int pid) => pid.ToString(CultureInfo.InvariantCulture);
}
