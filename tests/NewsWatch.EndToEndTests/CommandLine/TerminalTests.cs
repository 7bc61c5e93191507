using NewsWatch.Testing;
using NewsWatch.Testing.Installations;
using Xunit;

namespace NewsWatch.EndToEndTests.CommandLine;

/// <summary>What only a terminal shows: tables, colours, marks, bars, the editor, and Ctrl+C.</summary>
public sealed class TerminalTests
{
    private const char Escape = '\u001b';

    [Fact]
    public async Task Tables_marks_bars_following_and_the_editor_in_a_real_terminal()
    {
        Assert.SkipUnless(Tmux.IsThere, Tmux.Absent);
        await using var newswatch = new StandaloneInstallation();
        await newswatch.StartAsync();
        await newswatch.WatchAsync();
        using var client = new Client(newswatch.Address);
        var environment = client.Environment().ToDictionary();
        environment["PATH"] = $"{Path.GetDirectoryName(NewsWatchProcess.Executable)}:{Environment.GetEnvironmentVariable("PATH")}";
        environment["EDITOR"] = await EditorAsync(client.Home);
        await using var terminal = await Tmux.StartAsync(environment);

        await TableAsync(terminal);
        await PutAsideAsync(terminal, newswatch.DataFolder);
        await BarAsync(terminal, client.Home);
        await MarksAsync(terminal, newswatch);
        await FollowAsync(terminal, newswatch);
        await EditAsync(terminal, client);
    }

    private static async Task TableAsync(Tmux terminal)
    {
        await terminal.TypeAsync("clear; newswatch watch list");
        var screen = await terminal.WaitForAsync("arms.military-aid");
        Assert.Contains("─────", screen, StringComparison.Ordinal);
        Assert.Contains("topic", screen, StringComparison.Ordinal);
        Assert.Contains($"{Escape}[38;5;", await terminal.ScreenAsync(colours: true), StringComparison.Ordinal);
        await terminal.TypeAsync("clear; newswatch watch list | cat; echo piped");
        screen = await terminal.WaitForAsync("\npiped");
        Assert.DoesNotContain("─────", screen, StringComparison.Ordinal);
    }

    private static async Task PutAsideAsync(Tmux terminal, string data)
    {
        var errors = Directory.CreateDirectory(Path.Combine(data, "errors")).FullName;
        foreach (var id in new[] { "20261125T104203120-newswatch.indexer.articles-0a", "20261125T104203121-newswatch.indexer.articles-0b" })
            await File.WriteAllTextAsync(Path.Combine(errors, id + ".json"), """{"failed": "2026-11-25T10:42:03.120Z", "reason": "It refused.", "message": {"articles": [{"article": {"title": "A"}}]}}""", TestContext.Current.CancellationToken);
        await terminal.TypeAsync("clear; newswatch errors list");
        var screen = await terminal.WaitForAsync("It refused.");
        Assert.Contains("20261125T104203120  ", screen, StringComparison.Ordinal);
        Assert.Contains(" indexer.articles ", screen, StringComparison.Ordinal);
        await terminal.TypeAsync("clear; newswatch errors drop 20261125T104203120 20261125T104203121");
        await terminal.WaitForAsync("Dropped for good");
    }

    private static async Task BarAsync(Tmux terminal, string folder)
    {
        for (var i = 0; i < 30; i++) await File.WriteAllTextAsync(Path.Combine(folder, $"story{i}.txt"), $"Story {i} of the sea.\nIt was calm.\nsource: Outlet\n", TestContext.Current.CancellationToken);
        await terminal.TypeAsync($"clear; newswatch push {folder}/story*.txt");
        var screen = await terminal.WaitForAsync("story9.txt: new");
        Assert.Contains("━", screen, StringComparison.Ordinal);
        Assert.Contains("100%", screen, StringComparison.Ordinal);
    }

    private static async Task MarksAsync(Tmux terminal, StandaloneInstallation newswatch)
    {
        await newswatch.Api.PushAsync(new { title = "Ministers meet", body = "They spoke of lethal aid at length.", url = "https://outlet.example/marks", source = "Outlet" });
        await Eventually.IsTrueAsync(async () => await newswatch.Api.CountAsync("\"lethal aid\"") == 1, "the article to be stored");
        await terminal.TypeAsync("clear; newswatch search '\"lethal aid\"'");
        await terminal.WaitForAsync("1 found");
        Assert.Matches($"{Escape}\\[1m{Escape}\\[38;5;11mlethal aid|{Escape}\\[1;38;5;11mlethal aid|{Escape}\\[38;5;11m{Escape}\\[1mlethal aid", await terminal.ScreenAsync(colours: true));
    }

    private static async Task FollowAsync(Tmux terminal, StandaloneInstallation newswatch)
    {
        await terminal.TypeAsync("clear; newswatch alerts --follow; echo ended with $?");
        await terminal.WaitForAsync("Ministers meet");
        var number = 0;
        await Eventually.IsTrueAsync(
            async () =>
            {
                await newswatch.Api.PushAsync(new { title = $"Sanctions number {number}", body = "New sanctions.", url = $"https://outlet.example/follow{number++}" });
                return (await terminal.ScreenAsync()).Contains("Sanctions number", StringComparison.Ordinal);
            },
            "a live alert on the terminal");
        await terminal.PressAsync("C-c");
        await terminal.WaitForAsync("ended with 0");
    }

    private static async Task EditAsync(Tmux terminal, Client client)
    {
        await terminal.TypeAsync("clear; newswatch watch edit sanctions; echo edited with $?");
        await terminal.WaitForAsync("edited with 0");
        var watch = (await client.JsonAsync("watch", "list")).Single(w => w.GetProperty("id").GetString() == "sanctions");
        Assert.Equal("sanctions OR embargo", watch.GetProperty("query").GetString());
        var said = await File.ReadAllTextAsync(Path.Combine(client.Home, "second.txt"), TestContext.Current.CancellationToken);
        Assert.StartsWith("#! The query ends after 'OR'.", said, StringComparison.Ordinal);
        Assert.Contains("#!   sanctions OR\n", said, StringComparison.Ordinal);
    }

    /// <summary>An editor that first leaves a mistake, and mends it when it is opened again.</summary>
    private static async Task<string> EditorAsync(string folder)
    {
        var script = Path.Combine(folder, "editor.sh");
        await File.WriteAllTextAsync(
            script,
            $"""
            if [ -e {folder}/first ]; then cp "$1" {folder}/second.txt; sed -i 's/^sanctions OR$/sanctions OR embargo/' "$1"
            else touch {folder}/first; sed -i 's/^sanctions$/sanctions OR/' "$1"; fi
            """,
            TestContext.Current.CancellationToken);
        return $"sh {script}";
    }
}
