using NewsWatch.Cli.Manual;
using NewsWatch.UnitTests.Deploy;
using Xunit;

namespace NewsWatch.UnitTests.Cli;

public sealed class ManualTests
{
    public static TheoryData<string> Leaves() => [.. CommandCatalogue.Read().Visible().Where(c => c.Commands.Count == 0).Select(c => c.Path)];

    [Theory]
    [MemberData(nameof(Leaves))]
    public void A_command_says_what_it_does_and_shows_how(string path)
    {
        var command = CommandCatalogue.Read().Visible().Single(c => c.Path == path);

        Assert.NotEqual("", command.Description);
        Assert.NotEmpty(command.Examples);
        Assert.All(command.Examples, example => Assert.StartsWith(path, example, StringComparison.Ordinal));
        Assert.All(command.Options, option => Assert.NotEqual("", option.Description));
        Assert.All(command.Arguments, argument => Assert.NotEqual("", argument.Description));
    }

    [Fact]
    public void The_promised_commands_are_there()
    {
        string[] promised =
        [
            "run", "up", "down", "status", "push", "search", "alerts", "watch list", "watch show", "watch add", "watch edit", "watch remove",
            "fragment list", "fragment show", "fragment add", "fragment edit", "fragment remove",
            "feed list", "feed add", "feed remove", "feed refresh", "feed import", "feed export", "errors list", "errors show", "errors replay", "errors drop", "match", "query", "completion",
        ];

        Assert.Empty(promised.Except(CommandCatalogue.Read().Visible().Select(c => c.Path)));
    }

    [Fact]
    public void The_reference_in_docs_is_what_the_commands_say()
    {
        var page = RepositoryFiles.Read("docs/cli.md");

        var reference = page[page.IndexOf(ManualPage.Heading, StringComparison.Ordinal)..];

        // To mend it: newswatch manual, in place of everything from the heading on.
        Assert.Equal(ManualPage.Write(CommandCatalogue.Read()), reference);
    }
}
