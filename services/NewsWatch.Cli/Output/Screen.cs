using System.Globalization;
using System.Text.Json;
using NewsWatch.Contracts;
using Spectre.Console;

namespace NewsWatch.Cli.Output;

/// <summary>Standard output: rich on a terminal, else plain lines that are never cut.</summary>
internal static class Screen
{
    private static readonly Lazy<TextWriter> Plain = new(() => new StreamWriter(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false)) { AutoFlush = true });

    public static bool IsTerminal => !Console.IsOutputRedirected;

    public static IAnsiConsole Rich => AnsiConsole.Console;

    public static void Line(string text) => Plain.Value.WriteLine(text);

    /// <summary>A line of fields with tabs between.</summary>
    public static void Fields(params IEnumerable<string?> fields) => Line(string.Join('\t', fields.Select(SafeText.Line)));

    /// <summary>A name and its value: side by side with the value in a column of its own on a terminal, else a line of two fields.</summary>
    public static void Row(string name, string value)
    {
        if (!IsTerminal)
        {
            Fields(name, value);
            return;
        }

        var grid = new Grid().AddColumn(new GridColumn().Width(9).NoWrap()).AddColumn();
        grid.AddRow(new Text(name, new Style(decoration: Decoration.Dim)), new Text(SafeText.Line(value)));
        Rich.Write(grid);
    }

    /// <summary>A line of JSON.</summary>
    public static void Json<T>(T value) => Line(JsonSerializer.Serialize(value, NewsWatchJson.Options));

    /// <summary>A time as the reader wants it: a person's own clock, or RFC 3339 for a program.</summary>
    public static string Time(DateTimeOffset? time) => time is not { } value ? ""
        : IsTerminal ? value.ToLocalTime().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)
        : value.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
}
