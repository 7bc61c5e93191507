using NewsWatch.Matching.Language.Parsing.Lexing;

namespace NewsWatch.Matching.Language.Fragments;

/// <summary>Names of fragments: how one is spelled, and which a query refers to.</summary>
public static class FragmentNames
{
    /// <summary>Longest name.</summary>
    public const int MaxLength = 64;

    /// <summary>What is wrong with a name, as a sentence, or <see langword="null"/>.</summary>
    /// <param name="name">Without the <c>@</c>.</param>
    public static string? Problem(string? name) => name switch
    {
        null or "" => "A fragment needs a name, such as banks.",
        _ when name[0] == '@' => $"The name of a fragment is written without the '@': {name[1..]}.",
        _ when name.Length > MaxLength => $"The name of a fragment has at most {MaxLength} characters, not {name.Length}.",
        _ when name.All(IsAllowed) => null,
        _ => $"The name of a fragment has only a-z, 0-9, '-' and '_'; '{name}' contains '{name.First(c => !IsAllowed(c))}'.",
    };

    /// <summary>The names that a query or a fragment itself refers to, each once, in the order of the text; those inside its fragments are not among them.</summary>
    /// <param name="text">In the watch language; what cannot be cut into words refers to nothing.</param>
    public static IReadOnlyList<string> In(string text)
    {
        if (!MayBeIn(text)) return [];
        try
        {
            return [.. Lexer.Read(text).Where(lexeme => lexeme.Kind == LexemeKind.Fragment).Select(lexeme => lexeme.Text).Distinct(StringComparer.Ordinal)];
        }
        catch (QuerySyntaxException)
        {
            return [];
        }
    }

    /// <summary>Whether a text could refer to a fragment at all; costs next to nothing.</summary>
    public static bool MayBeIn(string? text) => text is not null && text.Contains('@', StringComparison.Ordinal);

    private static bool IsAllowed(char c) => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-' or '_';
}
