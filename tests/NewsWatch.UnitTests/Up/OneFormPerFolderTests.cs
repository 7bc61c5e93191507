using NewsWatch.Cli.Run;
using NewsWatch.Cli.Up.Processes;
using NewsWatch.Cli.Up.State;
using NewsWatch.UnitTests.Cli;
using Xunit;

namespace NewsWatch.UnitTests.Up;

/// <summary>One process and many processes would both write what has one writer.</summary>
public sealed class OneFormPerFolderTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("newswatch-forms-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public async Task Run_is_refused_where_the_distributed_form_is_up()
    {
        using var gateway = await ChildProcess.StartAsync("echo up; sleep 600");
        using (var file = StateFile.Open(_data)) file.Write(new UpState(8600, [Part("gateway", gateway.Identity)]));

        var (exit, output, errors) = await CommandLine.RunAsync(["run", "--data", _data, "--urls", "http://127.0.0.1:0"]);

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains($"'newswatch up' runs with the data folder {_data} (gateway). Run 'newswatch down' first", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Up_is_refused_where_one_process_runs()
    {
        using var run = DataLock.Take(_data);

        var (exit, output, errors) = await CommandLine.RunAsync(["up", "--data", _data]);

        Assert.Equal((1, ""), (exit, output));
        Assert.Contains($"{_data} is in use by another NewsWatch", errors, StringComparison.Ordinal);
    }

    private static RunningPart Part(string name, ProcessIdentity process) => new()
    {
        Name = name,
        Address = "http://127.0.0.1:1",
        Probe = new Uri("http://127.0.0.1:1/health/ready"),
        Log = "/nowhere",
        Process = process,
        Started = DateTimeOffset.UnixEpoch,
    };
}
