using System.Diagnostics;
using System.Globalization;
using NewsWatch.Cli.Up.Processes;
using NewsWatch.Indexer;
using Xunit;

namespace NewsWatch.UnitTests.Up;

public sealed class GivingWayTests
{
    private const int Nicest = 19;

    [Fact]
    public async Task What_gives_way_is_nicer_than_what_starts_it() =>
        Assert.Equal(Math.Min(Nicest, await NicenessAsync(["nice"]) + BackgroundPriority.Niceness), await NicenessAsync(GivingWay.Command(["nice"])));

    [Fact]
    public async Task It_gets_its_arguments_as_they_are() =>
        Assert.Equal("a b|$0|", await OutputAsync(GivingWay.Command(["printf", "%s|", "a b", "$0"])));

    private static async Task<int> NicenessAsync(IEnumerable<string> command) => int.Parse(await OutputAsync(command), CultureInfo.InvariantCulture);

    // In a session of its own: it lowers the one that it is in.
    private static async Task<string> OutputAsync(IEnumerable<string> command)
    {
        using var process = Process.Start(new ProcessStartInfo("setsid", command) { RedirectStandardOutput = true })!;
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return output;
    }
}
