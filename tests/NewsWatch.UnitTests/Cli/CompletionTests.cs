using System.Diagnostics;
using NewsWatch.Cli.Completion;
using NewsWatch.Cli.Manual;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Cli;

/// <summary>The scripts in the shells that they are for; nothing here needs a server.</summary>
public sealed class CompletionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("newswatch-completion-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("newswatch wat", "watch")]
    [InlineData("newswatch watch ", "list show add edit remove")]
    [InlineData("newswatch watch rem", "remove")]
    [InlineData("newswatch fragment ", "list show add edit remove")]
    [InlineData("newswatch query --as c", "canonical")]
    [InlineData("newswatch search x --so", "--source --sort")]
    [InlineData("newswatch search --sort pub", "published")]
    [InlineData("newswatch completion ", "bash zsh fish")]
    [InlineData("newswatch errors ", "list show replay drop")]
    [InlineData("newswatch errors list --queue wat", "watcher.articles")]
    [InlineData("newswatch watch add x --ex", "--example --examples")]
    [InlineData("newswatch --ur", "--urls")]
    public async Task Bash_completes(string line, string expected)
    {
        var words = line.Split(' ');
        var script = await ScriptAsync("bash", BashScript.Of);

        var answers = await RunAsync("bash", "--norc", "-c", $"source {script}; COMP_WORDS=({string.Join(' ', words.Select(w => $"'{w}'"))}); COMP_CWORD={words.Length - 1}; _newswatch; printf '%s\\n' \"${{COMPREPLY[@]}}\"");

        Assert.Equal(expected.Split(' ').Order(StringComparer.Ordinal), answers.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("newswatch wat", "watch")]
    [InlineData("newswatch feed re", "refresh remove")]
    [InlineData("newswatch query --as c", "canonical")]
    [InlineData("newswatch search --so", "--sort --source")]
    public async Task Fish_completes(string line, string expected)
    {
        Assert.SkipUnless(IsThere("fish"), "There is no fish here (Debian's package fish).");
        var script = await ScriptAsync("fish", FishScript.Of);

        var answers = await RunAsync("fish", "--no-config", "-c", $"source {script}; complete -C '{line}'");

        Assert.Equal(expected.Split(' '), answers.Select(a => a.Split('\t')[0]).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("newswatch wat", "newswatch watch")]
    [InlineData("newswatch feed ref", "newswatch feed refresh")]
    [InlineData("newswatch query --as can", "newswatch query --as canonical")]
    [InlineData("newswatch search --sou", "newswatch search --source")]
    public async Task Zsh_completes(string line, string expected)
    {
        Assert.SkipUnless(IsThere("zsh"), "There is no zsh here (Debian's package zsh).");
        var script = await ScriptAsync("zsh", ZshScript.Of);
        // Only a line editor on a terminal completes in zsh, so one is run in a terminal of its own and its line is read back.
        var driver = Path.Combine(_folder, "driver.zsh");
        await File.WriteAllTextAsync(
            driver,
            $$"""
            zmodload zsh/zpty
            zpty terminal zsh -f
            zpty -w terminal 'PS1="READY>"; autoload -Uz compinit; compinit -u -D -d {{_folder}}/dump; source {{script}}; unsetopt auto_menu; bindkey "^X" show-line; show-line() { print -r -- "<$BUFFER>" > {{_folder}}/line; zle send-break }; zle -N show-line; print -r -- "LOADED""OK"'
            zpty -r -m terminal text '*LOADEDOK*'
            zpty -n -w terminal $'{{line}}\t\x18'
            while [[ ! -s {{_folder}}/line ]]; do zpty -r -t terminal text; done
            cat {{_folder}}/line
            zpty -d terminal
            """,
            TestContext.Current.CancellationToken);

        var answer = Assert.Single(await RunAsync("zsh", "-f", driver));

        Assert.Equal(expected, answer.Trim('<', '>', ' '));
    }

    private async Task<string> ScriptAsync(string shell, Func<CommandEntry, string> write)
    {
        var path = Path.Combine(_folder, "completion." + shell);
        await File.WriteAllTextAsync(path, write(CommandCatalogue.Read()), TestContext.Current.CancellationToken);
        return path;
    }

    private async Task<string[]> RunAsync(string shell, params string[] arguments)
    {
        var start = new ProcessStartInfo(shell, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true, WorkingDirectory = _folder };
        start.Environment["PATH"] = Path.GetDirectoryName(NewsWatchProcess.Executable) + ":" + start.Environment["PATH"];
        start.Environment["HOME"] = _folder;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private static bool IsThere(string program) => Environment.GetEnvironmentVariable("PATH")!.Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
