using System.Net;
using System.Net.Sockets;
using NewsWatch.Cli.Up.Processes;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Up;

public sealed class ProcessTests
{
    private const string Obedient = "echo; exec sleep 1000";
    private const string Stubborn = "trap '' TERM; echo; while :; do sleep 1000; done";

    [Fact]
    public async Task A_process_that_obeys_is_asked()
    {
        using var child = await ChildProcess.StartAsync(Obedient);
        Assert.True(await EndAsync(child.Identity, TimeSpan.FromMinutes(1)));
        Assert.False(child.Identity.IsAlive);
    }

    [Fact]
    public async Task A_process_that_does_not_is_made_to()
    {
        using var child = await ChildProcess.StartAsync(Stubborn);
        Assert.False(await EndAsync(child.Identity, TimeSpan.Zero));
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.False(child.Identity.IsAlive);
    }

    [Fact]
    public async Task A_process_that_ended_before_it_was_looked_at_leaves_a_stranger_with_its_pid_alone()
    {
        using var child = await ChildProcess.StartAsync(Obedient);
        var ended = ProcessIdentity.Ended(child.Identity.Pid);
        Assert.False(ended.IsAlive);
        Assert.True(ended.IsReplaced);

        Signals.Terminate(child.Identity.Pid);
        await child.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.False(ended.IsReplaced);
    }

    [Theory]
    [InlineData(1, "")]
    [InlineData(0, "an earlier boot")]
    public async Task A_stranger_that_got_the_pid_is_left_alone(int ticksOff, string boot)
    {
        using var stranger = await ChildProcess.StartAsync(Obedient);
        var remembered = stranger.Identity with { StartTicks = stranger.Identity.StartTicks - ticksOff, Boot = boot.Length > 0 ? boot : stranger.Identity.Boot };

        Assert.False(remembered.IsAlive);
        Assert.True(remembered.IsReplaced);
        Assert.True(await EndAsync(remembered, TimeSpan.FromMinutes(1)));
        Assert.True(stranger.Identity.IsAlive);
        Assert.False(stranger.HasExited);
    }

    [Fact]
    public async Task What_a_dead_leader_left_in_its_group_is_ended_too()
    {
        using var leader = await ChildProcess.StartAsync("sleep 1000 & echo $!; exec sleep 1000");
        var left = GroupOf(leader.Identity.Pid).Single(pid => pid != leader.Identity.Pid);
        var remains = ProcessIdentity.Of(left)!;
        Signals.Terminate(leader.Identity.Pid);
        await leader.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(remains.IsAlive);

        await EndAsync(leader.Identity, TimeSpan.Zero);

        await Eventually(() => !remains.IsAlive);
    }

    [Fact]
    public void Who_has_a_port_is_named()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        Assert.EndsWith($"(pid {Environment.ProcessId})", PortOwner.Of(((IPEndPoint)listener.LocalEndpoint).Port), StringComparison.Ordinal);
    }

    [Fact]
    public void A_free_port_has_no_owner() => Assert.Null(PortOwner.Of(FreePorts.Take(1)[0]));

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    public void No_signal_reaches_everyone(int pid) => Assert.Throws<ArgumentOutOfRangeException>(() => Signals.KillGroup(pid));

    private static Task<bool> EndAsync(ProcessIdentity process, TimeSpan patience) =>
        Ending.EndAsync(process, patience, TimeProvider.System, TestContext.Current.CancellationToken);

    // Field 5 of /proc/PID/stat is the process group; the name before it may hold anything.
    private static IEnumerable<int> GroupOf(int leader) =>
        from folder in Directory.EnumerateDirectories("/proc")
        where int.TryParse(Path.GetFileName(folder), out _) && File.Exists(folder + "/stat")
        let stat = TryRead(folder + "/stat")
        where stat is not null && stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[2] == $"{leader}"
        select int.Parse(Path.GetFileName(folder), System.Globalization.CultureInfo.InvariantCulture);

    private static string? TryRead(string file)
    {
        try
        {
            return File.ReadAllText(file);
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static async Task Eventually(Func<bool> fact)
    {
        while (!fact()) await Task.Delay(TimeSpan.FromMilliseconds(10), TestContext.Current.CancellationToken);
    }
}
