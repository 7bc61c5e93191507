using NewsWatch.Cli.Editing;
using NewsWatch.Cli.Watches;
using NewsWatch.Contracts;
using Xunit;

namespace NewsWatch.UnitTests.Cli;

public sealed class WatchTextTests
{
    private static readonly Watch Watch = new() { Id = "s", Name = "Sanctions: all", Query = "sanctions\nOR \"export ban\"", Topic = "sanctions", Version = 3 };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_written_is_read_back(bool enabled)
    {
        var watch = Watch with { Enabled = enabled };

        Assert.Equal(watch, WatchText.Read(Comments.With(WatchText.Write(watch), ["What was wrong."]), watch));
    }

    [Fact]
    public void Every_line_can_be_changed()
    {
        var text = WatchText.Write(Watch).Replace("Sanctions: all", "Tankers", StringComparison.Ordinal).Replace("topic: sanctions", "topic: ships.tankers", StringComparison.Ordinal)
            .Replace("enabled: yes", "enabled: no", StringComparison.Ordinal).Replace("sanctions\nOR", "tanker OR", StringComparison.Ordinal);

        Assert.Equal(Watch with { Name = "Tankers", Topic = "ships.tankers", Enabled = false, Query = "tanker OR \"export ban\"" }, WatchText.Read(text, Watch));
    }

    [Theory]
    [InlineData("topic: sanctions", "topic: Sanctions", "only a-z")]
    [InlineData("enabled: yes", "enabled: perhaps", "'enabled' is yes or no")]
    [InlineData("query:", "", "no line 'query:'")]
    [InlineData("name:", "nmae:", "is no line of a watch")]
    public void A_mistake_is_named(string written, string mistake, string message)
    {
        var text = WatchText.Write(Watch).Replace(written, mistake, StringComparison.Ordinal);

        Assert.Contains(message, Assert.Throws<FormatException>(() => WatchText.Read(text, Watch)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Complaints_replace_those_before()
    {
        var text = Comments.With(Comments.With(WatchText.Write(Watch), ["one"]), ["two", "three"]);

        Assert.StartsWith("#! two\n#! three\n# The watch s", text, StringComparison.Ordinal);
        Assert.DoesNotContain("one", text.Split('\n')[0..2]);
    }
}
