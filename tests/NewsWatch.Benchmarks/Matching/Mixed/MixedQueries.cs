namespace NewsWatch.Benchmarks.Matching.Mixed;

/// <summary>What a newsroom's watches look like, made of the benchmark's phrases: of twenty 14 phrases, 3 AND or OR, 2 NEAR and 1 wildcard.</summary>
/// <param name="phrases">The phrases.</param>
/// <param name="areOneWord">Whether a wildcard is one word, such as <c>sanctio*</c>, or ends its phrase, such as <c>"european central bank*"</c>.</param>
internal sealed class MixedQueries(string[] phrases, bool areOneWord)
{
    private const int Cycle = 20;
    private const int ShortestWord = 6;
    private const int ShortestBeforeStar = 3;

    // Coprime to every size, so that partners are spread over the list.
    private const int Stride = 7_919;

    private readonly HashSet<string> _wildcards = [];

    /// <summary>Each phrase as a watch of its own.</summary>
    public static IEnumerable<string> Phrases(string[] phrases) => phrases.Select(Quoted);

    /// <summary>As many watches of mixed kinds, with wildcards at the end of phrases.</summary>
    public static IEnumerable<string> Mixed(string[] phrases) => Mixed(phrases, false);

    /// <summary>As many watches of mixed kinds, with a word as each wildcard: no two of one beginning, so that they soon are most words that there are.</summary>
    public static IEnumerable<string> MixedWithOneWordEach(string[] phrases) => Mixed(phrases, true);

    private static IEnumerable<string> Mixed(string[] phrases, bool areOneWord)
    {
        var queries = new MixedQueries(phrases, areOneWord);
        return phrases.Select(queries.Of);
    }

    private string Of(string phrase, int index)
    {
        var other = phrases[(int)((index + 1L) * Stride % phrases.Length)];
        return (index % Cycle) switch
        {
            3 => $"{Quoted(phrase)} AND {Quoted(other)}",
            9 => $"{Quoted(phrase)} OR {Quoted(other)}",
            16 => $"{Quoted(phrase)} {(index % (2 * Cycle) < Cycle ? "AND" : "OR")} {Quoted(other)}",
            6 or 13 => $"{Quoted(phrase)} NEAR/8 {Quoted(other)}",
            8 => areOneWord ? OneWord(phrase, other) : Ending(phrase),
            _ => Quoted(phrase),
        };
    }

    private static string Quoted(string phrase) => $"\"{phrase}\"";

    // The language wants three letters before a star.
    private static string Ending(string phrase) =>
        phrase.Length - (phrase.LastIndexOf(' ') + 1) >= ShortestBeforeStar ? Quoted($"{phrase}*") : Quoted(phrase);

    // The longest word that no other watch has yet, without its last two letters: sanctio*.
    private string OneWord(string phrase, string other)
    {
        foreach (var word in $"{phrase} {other}".Split(' ').Where(one => one.Length >= ShortestWord && one.All(char.IsAsciiLetter)).OrderByDescending(one => one.Length))
        {
            if (_wildcards.Add(word[..^2])) return $"{word[..^2]}*";
        }

        return Quoted(phrase);
    }
}
