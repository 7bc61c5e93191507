using System.Collections.Frozen;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>Guesses how often something stands in news: in how many of 100,000 articles.</summary>
/// <remarks>Only the order of the guesses matters, and a wrong one costs time, never a match. Zipf's law of abbreviation does for words: longer is rarer.</remarks>
internal static class AnchorCost
{
    private const double Everywhere = 100_000;

    private static readonly FrozenSet<string> Common = (
        "the of and to in a is for on that by with as at from be it was has he are an his have its but not this who they their will were been more " +
        "had or about than which up one after out when said new year over two people first no if can also would i you we she her him us all into " +
        "last time there what could before some other so made most now just like did our may how back get while since where down only off them any " +
        "state states government police president officials company million percent world country city national news week day years report").Split(' ').ToFrozenSet();

    public static double OfWord(string word) => Common.Contains(word) ? Everywhere / 2 : Everywhere / Math.Pow(2, Math.Min(word.Length, 14));

    /// <summary>The rarest word sets the pace; every further one divides.</summary>
    public static double OfPhrase(IReadOnlyList<string> words) => words.Min(OfWord) / Math.Pow(8, words.Count - 1);

    /// <summary>Words and the beginning of one more.</summary>
    public static double OfPhrase(IReadOnlyList<string> words, string prefix) => words.Select(OfWord).Append(OfPrefix(prefix)).Min() / Math.Pow(8, words.Count);

    public static double OfPrefix(string prefix) => Everywhere * 4 / Math.Pow(2, Math.Min(prefix.Length, 14));

    public static double Of(Field field) => field switch
    {
        Field.Lang => Everywhere / 2,
        Field.Domain => Everywhere / 20,
        _ => Everywhere, // A part of the address has to be looked for in every article.
    };
}
