using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;
using NewsWatch.Cli.Api;
using NewsWatch.Contracts;
using Spectre.Console.Cli;

namespace NewsWatch.Cli.Watches;

/// <summary>Options of the commands that give a watch examples.</summary>
internal abstract class ExampleSettings : ServerSettings
{
    [CommandOption("--example <TEXT>")]
    [Description("A text that it must match, its first line the title; may be given again")]
    public string[]? Matching { get; init; }

    [CommandOption("--counterexample <TEXT>")]
    [Description("A text that it must not match; may be given again")]
    public string[]? Missing { get; init; }

    [CommandOption("--examples <FILE>")]
    [Description("Examples from a JSON file, as 'matches' and 'misses'; - is standard input")]
    public string? ExampleFile { get; init; }

    /// <summary>Whether any is given.</summary>
    protected bool GivesExamples => Matching is { Length: > 0 } || Missing is { Length: > 0 } || ExampleFile is not null;

    /// <summary>Those there were, then those of the file, then those of the command line; each once.</summary>
    protected WatchExampleTexts? Examples(WatchExampleTexts? before)
    {
        var file = ExampleFile is null ? null : ExampleFiles.Read(ExampleFile);
        var matches = Together(before?.Matches, file?.Matches, Matching);
        var misses = Together(before?.Misses, file?.Misses, Missing);
        return matches.Count + misses.Count == 0 ? null : new WatchExampleTexts { Matches = matches, Misses = misses };
    }

    private static List<string> Together(params IReadOnlyList<string>?[] lists) => [.. lists.SelectMany(list => list ?? []).Distinct(StringComparer.Ordinal)];
}

/// <summary>Reads examples from a file.</summary>
internal static class ExampleFiles
{
    private static readonly JsonSerializerOptions Strict = new(NewsWatchJson.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <exception cref="UsageException">It is not there, or holds something else.</exception>
    public static WatchExampleTexts Read(string file)
    {
        if (file != "-" && !File.Exists(file)) throw new UsageException($"There is no file '{file}'.");
        try
        {
            var text = file == "-" ? Console.In.ReadToEnd() : File.ReadAllText(file);
            if (JsonSerializer.Deserialize<WatchExampleTexts>(text, Strict) is { Matches: not null, Misses: not null } examples
                && examples.Matches.Concat(examples.Misses).All(example => example is not null)) return examples;
        }
        catch (JsonException)
        {
            // Said below, in the words of who wrote the file.
        }

        throw new UsageException($$"""'{{file}}' holds no examples: write {"matches": ["a text that it must match"], "misses": ["one that it must not"]}.""");
    }
}
