using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;

namespace NewsWatch.Cli.Errors;

/// <summary>A watch that its own example speaks against: said with the example, which the server names by its number only.</summary>
internal static class ExampleRefusal
{
    private const int Longest = 200;

    /// <summary>What to say, or <see langword="null"/> where the server refused for another reason.</summary>
    public static IReadOnlyList<string>? Lines(ApiException answer)
    {
        if (answer.Problem.ValueKind != JsonValueKind.Object || !answer.Problem.TryGetProperty("example", out var example) || example.GetString() is not { } text) return null;
        var line = SafeText.Line(text);
        return [answer.Message, "  " + (line.Length <= Longest ? line : line[..Longest] + "…")];
    }
}
