using NewsWatch.Cli.Up.Processes;
using NewsWatch.Cli.Up.State;
using Xunit;

namespace NewsWatch.UnitTests.Up;

public sealed class StateFileTests : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("newswatch-state-").FullName;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    [Fact]
    public void What_was_written_is_read_again()
    {
        var state = new UpState(8600, [Part("rabbitmq"), Part("gateway") with { StopCommand = ["script", "stop"] }]);
        using var file = StateFile.Open(_data);
        file.Write(state);
        Assert.Equivalent(state, StateFile.Read(_data), strict: true);
    }

    [Fact]
    public void Nothing_was_started_where_there_is_no_file_or_none_any_more()
    {
        Assert.Null(StateFile.Read(_data));
        using var file = StateFile.Open(_data);
        file.Write(new UpState(8600, []));
        file.Forget();
        Assert.Null(StateFile.Read(_data));
    }

    [Fact]
    public void Two_commands_do_not_work_at_the_same_time()
    {
        using (StateFile.Open(_data))
        {
            Assert.Contains("wait until it is done", Assert.Throws<InvalidOperationException>(() => StateFile.Open(_data)).Message, StringComparison.Ordinal);
        }

        StateFile.Open(_data).Dispose();
    }

    [Fact]
    public void A_damaged_file_is_named_and_what_to_do()
    {
        using var file = StateFile.Open(_data);
        var path = Path.Combine(StateFile.FolderIn(_data), "state.json");
        File.WriteAllText(path, "{\"portBase\": 8600, \"parts\": [");
        var error = Assert.Throws<InvalidOperationException>(() => StateFile.Read(_data)).Message;
        Assert.StartsWith(path, error, StringComparison.Ordinal);
        Assert.Contains("delete the file", error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_part_that_is_started_again_keeps_its_place()
    {
        var again = Part("rabbitmq") with { Address = "elsewhere" };
        var state = new UpState(8600, [Part("rabbitmq"), Part("gateway")]).With(again).With(Part("watcher"));
        Assert.Equal(["rabbitmq", "gateway", "watcher"], state.Parts.Select(part => part.Name));
        Assert.Same(again, state.Parts[0]);
    }

    private static RunningPart Part(string name) => new()
    {
        Name = name,
        Address = "http://127.0.0.1:1",
        Probe = new Uri("http://127.0.0.1:1/health/ready"),
        Log = "/nowhere",
        Process = new ProcessIdentity(42, 1, "boot"),
        Started = DateTimeOffset.UnixEpoch,
    };
}
