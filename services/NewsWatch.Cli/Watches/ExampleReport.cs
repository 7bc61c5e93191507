using System.Text.Json;
using NewsWatch.Cli.Output;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Watches;
using Spectre.Console;

namespace NewsWatch.Cli.Watches;

/// <summary>How the examples of a watch come out; piped: <c>example</c> or <c>counterexample</c>, <c>right</c> or <c>wrong</c>, the text, why.</summary>
internal static class ExampleReport
{
    public static IReadOnlyList<ExampleCheck> Of(JsonElement preview) => preview.Deserialize<PreviewAnswer>(NewsWatchJson.Options)!.Examples ?? [];

    public static bool AllGreen(JsonElement preview) => Of(preview).All(example => example.IsGreen);

    public static void Write(IReadOnlyList<ExampleCheck> examples)
    {
        foreach (var example in examples)
        {
            if (Screen.IsTerminal) Facts.Row(example.Number == 1 ? Heading(example) : "", Paragraph(example));
            else Screen.Fields(example.MustMatch ? "example" : "counterexample", example.IsGreen ? "right" : "wrong", example.Text, example.Why);
        }
    }

    private static string Heading(ExampleCheck example) => example.MustMatch ? "matches" : "misses";

    private static Paragraph Paragraph(ExampleCheck example)
    {
        var paragraph = new Paragraph();
        paragraph.Append(example.IsGreen ? "✓ " : "✗ ", new Style(example.IsGreen ? Color.Green : Color.Red));
        paragraph.Append(SafeText.Line(example.Text));
        return example.Why is { } why ? paragraph.Append("\n  " + SafeText.Line(why), new Style(Color.Red)) : paragraph;
    }
}
