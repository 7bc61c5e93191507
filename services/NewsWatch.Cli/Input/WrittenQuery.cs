using System.Text;

namespace NewsWatch.Cli.Input;

/// <summary>A query from the command line, a file or standard input.</summary>
internal static class WrittenQuery
{
    /// <summary>The query, or <see langword="null"/> where none was given.</summary>
    public static string? Read(string[]? words, string? file)
    {
        if (file is not null && words is { Length: > 0 }) throw new UsageException("The query is given twice: leave out either the words or --file.");
        if (file is not null) return file == "-" ? Console.In.ReadToEnd().Trim() : FromFile(file);
        if (words is ["-"]) return Console.In.ReadToEnd().Trim();
        return words is { Length: > 0 } ? string.Join(' ', words) : null;
    }

    /// <summary>The query; it must be there.</summary>
    public static string Demand(string[]? words, string? file) =>
        Read(words, file) is { Length: > 0 } query ? query : throw new UsageException("""Write a query, such as '"lethal aid" OR sanctions', or name a file with --file FILE.""");

    private static string FromFile(string file) => File.Exists(file) ? File.ReadAllText(file, Encoding.UTF8).Trim() : throw new UsageException($"There is no file '{file}'.");
}
