using System.Text;
using NewsWatch.Matching.Unicode;

namespace NewsWatch.Formats.Text.Dates;

/// <summary>Words that stand in dates without meaning anything.</summary>
internal static class DateWords
{
    private static readonly HashSet<string> Fillers = new(
        ["at", "on", "of", "the", "de", "del", "le", "la", "à", "um", "uhr", "den", "der", "am", "kl", "klo", "г", "года", "в", "o", "om", "og", "and", "alle", "ore", "às", "as", "a", "h", "hrs", "updated", "published"],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsFiller(string word) => Fillers.Contains(word.Trim('.', ','));

    /// <summary>Lower case without accents.</summary>
    public static string Bare(string word)
    {
        var bare = new StringBuilder(word.Length);
        foreach (var c in NormalFormC.Of(word.ToLowerInvariant())) bare.Append(c == 'ς' ? 'σ' : NormalFormC.BaseOf(c));
        return bare.ToString();
    }
}
