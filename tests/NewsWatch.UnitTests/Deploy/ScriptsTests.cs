using System.Diagnostics;
using System.Text.RegularExpressions;
using Xunit;

namespace NewsWatch.UnitTests.Deploy;

public sealed partial class ScriptsTests
{
    [Theory]
    [InlineData("newswatch")]
    [InlineData("test")]
    [InlineData(".ci/run")]
    [InlineData("deploy/container/healthcheck")]
    public void What_people_and_machines_call_is_executable_and_stops_at_the_first_error(string script)
    {
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(RepositoryFiles.PathOf(script)).HasFlag(UnixFileMode.UserExecute));
        Assert.Contains("\nset -euo pipefail\n", RepositoryFiles.Read(script), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("newswatch")]
    [InlineData("test")]
    [InlineData(".ci/run")]
    [InlineData("deploy/container/healthcheck")]
    [InlineData("deploy/scripts/dotnet.sh")]
    [InlineData("deploy/scripts/packages.sh")]
    public async Task Every_script_is_well_formed(string script)
    {
        using var bash = Process.Start(new ProcessStartInfo("bash", ["-n", RepositoryFiles.PathOf(script)]) { RedirectStandardError = true })!;
        var errors = await bash.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await bash.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(bash.ExitCode == 0, errors);
    }

    [Fact]
    public void Whatever_the_image_copies_exists_and_is_let_through_to_the_builder()
    {
        var letThrough = RepositoryFiles.Read(".dockerignore").Split('\n').Where(line => line.StartsWith('!')).Select(line => line[1..]).ToList();
        var copied = Copy().Matches(RepositoryFiles.Read("deploy/Dockerfile")).SelectMany(copy => copy.Groups["sources"].Value.Split(' ')).ToList();
        Assert.NotEmpty(copied);
        Assert.All(copied, source =>
        {
            Assert.True(Path.Exists(RepositoryFiles.PathOf(source)), source);
            Assert.Contains(letThrough, allowed => source == allowed || source.StartsWith(allowed + "/", StringComparison.Ordinal));
        });
    }

    [GeneratedRegex(@"^COPY (?:--chmod=\d+ )?(?!--from)(?<sources>.+) \S+$", RegexOptions.Multiline)]
    private static partial Regex Copy();
}
