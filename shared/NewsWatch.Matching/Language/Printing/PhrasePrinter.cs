using System.Globalization;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Printing;

/// <summary>Prints words, phrases and values: bare where they read back as they are, else in quotation marks.</summary>
internal static class PhrasePrinter
{
    public static string Print(PhraseNode phrase)
    {
        if (phrase.Words.Count == 1 && phrase.Slop == 0 && IsBare(phrase.Words[0])) return phrase.Words[0];
        var quoted = $"\"{string.Join(' ', phrase.Words)}\"";
        return phrase.Slop == 0 ? quoted : quoted + "~" + phrase.Slop.ToString(CultureInfo.InvariantCulture);
    }

    public static string Print(ValueNode value) => value.Field != Field.Url && value.Value.All(char.IsAsciiLetterOrDigit) ? value.Value : $"\"{value.Value}\"";

    private static bool IsBare(string word)
    {
        // In quotation marks it would be punctuation; so it was bare, and can be again.
        if (word.EndsWith('?')) return true;
        if (word is "AND" or "OR" or "NOT" or "NEAR" or "ONEAR" || LooksLikeOperator(word)) return false;
        var letters = word[0] is '=' or '~' ? word.AsSpan(1) : word;
        if (letters.IsEmpty || !char.IsLetterOrDigit(letters[0])) return false;
        foreach (var c in letters)
        {
            if (!IsBareCharacter(c)) return false;
        }

        return true;
    }

    private static bool IsBareCharacter(char c) => char.IsLetterOrDigit(c) || c is '.' or '-' or '_' or '\'' or '’' or '&' or '*' or '?'
        || CharUnicodeInfo.GetUnicodeCategory(c) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    // near8 and atleast3 are taken for mistyped operators.
    private static bool LooksLikeOperator(string word) => char.IsAsciiDigit(word[^1])
        && (word.StartsWith("near", StringComparison.OrdinalIgnoreCase) || word.StartsWith("onear", StringComparison.OrdinalIgnoreCase)
            || word.StartsWith("atleast", StringComparison.OrdinalIgnoreCase));
}
