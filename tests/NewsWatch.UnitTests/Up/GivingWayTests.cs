using System.Diagnostics;
using NewsWatch.Cli.Up.Processes;
using NewsWatch.Indexer;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Up;

public sealed class GivingWayTests
{
    [Fact]
    public async Task What_gives_way_runs_when_nothing_else_wants_to() =>
        Assert.Equal(ProcessStat.Idle, await OutputAsync(GivingWay.Command(["cut", "-d ", "-f" + ProcessStat.Policy, "/proc/self/stat"])));

    [Fact]
    public async Task It_gets_its_arguments_as_they_are() =>
        Assert.Equal("a b|$0|", await OutputAsync(GivingWay.Command(["printf", "%s|", "a b", "$0"])));

    [Fact]
    public void The_Indexer_and_what_it_starts_give_way()
    {
        string? own = null, inherited = null;
        // A policy is a thread's: this one ends with the test.
        var thread = new Thread(() =>
        {
            BackgroundPriority.Take();
            own = PolicyOfThisThread();
            var child = new Thread(() => inherited = PolicyOfThisThread());
            child.Start();
            child.Join();
        });
        thread.Start();
        thread.Join();
        Assert.Equal((ProcessStat.Idle, ProcessStat.Idle), (own, inherited));
    }

    private static string PolicyOfThisThread() => ProcessStat.Field("/proc/thread-self/stat", ProcessStat.Policy);

    private static async Task<string> OutputAsync(IEnumerable<string> command)
    {
        var start = OwnGroup.Of(command);
        start.RedirectStandardOutput = true;
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output.TrimEnd('\n');
    }
}
