using CsCheck;
using NewsWatch.Matching.Phrases;
using NewsWatch.UnitTests.Matching.Analysis;

namespace NewsWatch.UnitTests.Matching.Phrases;

/// <summary>Texts and phrases from a small vocabulary, so that phrases overlap, repeat, begin alike and do occur.</summary>
internal static class SomePhrases
{
    /// <summary>One word.</summary>
    public static Gen<string> Words { get; } = Gen.OneOf(
        "lethal", "non-lethal", "nonlethal", "aid", "a.i.d", "sanctions", "Sanction", "re-sanctions", "gulf", "G.U.L.F.", "gulf's", "l'gulf", "war", "U.S.", "us",
        "\u00C9t\u00E9", "ete", "Stra\u00DFe", "\u0401\u043B\u043A\u0430", "\u5236", "\u88C1", "12", "3,000", "snake_gulf", "_", "counter-re-gulf", "\u00ADgulf", "president\u2019s", "president");

    private static readonly Gen<string> Between = Gen.OneOf(" ", " ", " ", "-", ", ", " \u2014 ", "\n", ". . . . ", "'", "_", "\u2019");

    /// <summary>Up to 60 words.</summary>
    public static Gen<string> Text { get; } = Sentence(60);

    /// <summary>Words with anything between them, and at times within them.</summary>
    public static Gen<string> OddText { get; } = Gen.Select(Words, Gen.OneOf(Between, AnyText.String), Gen.Int[0, 20]).Array[0, 20]
        .Select(parts => string.Concat(parts.Select(part => part.Item3 < part.Item1.Length ? part.Item1.Insert(part.Item3, part.Item2) : part.Item1 + part.Item2)));

    /// <summary>Up to 40 phrases of up to four words, some without any token.</summary>
    public static Gen<string[]> Phrases { get; } = Sentence(4).Array[0, 40];

    /// <summary>Up to four phrases, as few as a filter over the raw text takes on.</summary>
    public static Gen<string[]> FewPhrases { get; } = Sentence(4).Array[1, 4];

    public static PhraseList List(IEnumerable<KeyValuePair<int, string>> phrases)
    {
        var list = new PhraseList();
        foreach (var (id, phrase) in phrases) list.Add(id, phrase);
        return list;
    }

    public static IEnumerable<KeyValuePair<int, string>> Numbered(IEnumerable<string> phrases) => phrases.Select((phrase, id) => KeyValuePair.Create(id, phrase));

    private static Gen<string> Sentence(int words) =>
        Gen.Select(Words, Between).Array[0, words].Select(parts => string.Concat(parts.Select(part => part.Item1 + part.Item2)));
}
