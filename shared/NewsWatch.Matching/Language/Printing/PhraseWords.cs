using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Printing;

/// <summary>Says a word or a phrase in plain words.</summary>
internal static class PhraseWords
{
    public static string Of(PhraseNode phrase)
    {
        if (phrase.Terms.Count == 1) return Word(phrase);
        var words = string.Join(' ', phrase.Words);
        return (phrase.Slop, Notes(phrase)) switch
        {
            (0, "") => $"the phrase “{words}”",
            (0, var notes) => $"the phrase “{words}” ({notes})",
            (var slop, "") => $"the words of “{words}” moved by at most {slop} in all",
            var (slop, notes) => $"the words of “{words}” moved by at most {slop} in all ({notes})",
        };
    }

    private static string Word(PhraseNode phrase) => phrase.Terms[0] switch
    {
        ExactTerm => $"“{Bare(phrase.Words[0])}” spelt exactly so",
        StemTerm => $"any form of “{Bare(phrase.Words[0])}”",
        WildcardTerm { IsPrefix: true } wildcard => $"a word that starts with “{wildcard.Prefix}”",
        WildcardTerm => $"a word like “{phrase.Words[0]}”",
        _ => $"“{phrase.Words[0]}”",
    };

    private static string Notes(PhraseNode phrase) =>
        string.Join(", ", phrase.Words.Select(Note).Where(n => n.Length > 0).Distinct());

    private static string Note(string word) => word switch
    {
        "*" => "* is any one word",
        ['=', _, ..] => $"{word} is spelt exactly so",
        ['~', _, ..] => $"{word} is any form of the word",
        _ when word.Contains('*') => "* is any letters",
        _ when word.Contains('?') => "? is any one letter",
        _ => "",
    };

    private static string Bare(string word) => word[1..];
}
