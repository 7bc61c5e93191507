using Microsoft.Extensions.Time.Testing;
using NewsWatch.Cli;
using NewsWatch.Cli.Input;
using NewsWatch.Cli.Output;
using NewsWatch.Cli.Servers;
using Xunit;

namespace NewsWatch.UnitTests.Cli;

public sealed class OutputTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\tb\r\nc", "a b  c")]
    [InlineData("\u001b[2Jgone", "\uFFFD[2Jgone")]
    [InlineData("\u202Eright to left\u202C", "\uFFFDright to left\uFFFD")]
    [InlineData("\u009b31m", "\uFFFD31m")]
    [InlineData("制裁 👍", "制裁 👍")]
    public void Text_from_outside_cannot_command_the_terminal(string text, string shown) => Assert.Equal(shown, SafeText.Line(text));

    [Theory]
    [InlineData("2026-11-25", "2026-11-25T00:00:00.000Z")]
    [InlineData("2026-11-25T10:42:00+02:00", "2026-11-25T08:42:00.000Z")]
    [InlineData("90m", "2026-11-25T10:30:00.000Z")]
    [InlineData("12h", "2026-11-25T00:00:00.000Z")]
    [InlineData("7d", "2026-11-18T12:00:00.000Z")]
    [InlineData("2w", "2026-11-11T12:00:00.000Z")]
    [InlineData(null, null)]
    public void Times_are_read_as_people_write_them(string? text, string? time) =>
        Assert.Equal(time, GivenTime.Read("--from", text, new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 12, 0, 0, TimeSpan.Zero))));

    [Fact]
    public void What_is_no_time_is_refused_with_examples() =>
        Assert.Contains("--from 7d", Assert.Throws<UsageException>(() => GivenTime.Read("--from", "yesterday", TimeProvider.System)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_server_is_remembered_and_forgotten()
    {
        var folder = Directory.CreateTempSubdirectory("newswatch-memory-").FullName;
        var memory = new ServerMemory(Path.Combine(folder, "deep", "config.json"));

        Assert.Equal(new ServerChoice(ServerChoice.Default, "the default"), ServerChoice.Of(null, memory));
        memory.Write("http://news.example:8600");
        Assert.Equal(new ServerChoice("http://news.example:8600", $"remembered in {memory.Path}"), ServerChoice.Of(null, memory));
        Assert.Equal(new ServerChoice("http://other:1", "--server"), ServerChoice.Of("http://other:1", memory));
        Assert.True(memory.Forget());
        Assert.False(memory.Forget());
        Assert.Null(memory.Read());

        File.WriteAllText(memory.Path, "rubbish");
        Assert.Contains(memory.Path, Assert.Throws<UsageException>(memory.Read).Message, StringComparison.Ordinal);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("http://127.0.0.1:8600", "http://127.0.0.1:8600/")]
    [InlineData("https://host/newswatch", "https://host/newswatch/")]
    public void A_server_may_stand_below_a_path(string written, string address) => Assert.Equal(address, ServerChoice.Check(written).AbsoluteUri);
}
