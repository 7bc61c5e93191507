using System.Collections.Frozen;

namespace NewsWatch.Formats.Text.Languages;

/// <summary>Tells near languages apart by words that the one has and the other writes otherwise.</summary>
internal static class WordEvidence
{
    private static readonly FrozenDictionary<string, string> Telling = new Dictionary<string, string[]>
    {
        ["ms"] = ["kerana", "iaitu", "ialah", "bahawa", "manakala", "selepas", "syarikat", "kerajaan", "polis", "semasa", "boleh", "wang", "berkata", "mahu", "sahaja", "pelbagai", "turut", "daripada"],
        ["id"] = ["karena", "yaitu", "bahwa", "sedangkan", "setelah", "perusahaan", "polisi", "bisa", "uang", "mengatakan", "ingin", "saja", "berbagai", "rp", "namun", "sudah"],
        ["nn"] = ["ikkje", "eit", "ein", "frå", "kva", "korleis", "dei", "vart", "berre", "òg", "eg", "noko", "nokre", "meir", "vere", "blei", "ho", "kvar", "saman", "sjølv"],
        ["nb"] = ["ikke", "et", "en", "fra", "hva", "hvordan", "de", "ble", "bare", "jeg", "noe", "noen", "mer", "være", "hun", "hver", "sammen", "selv"],
    }.SelectMany(pair => pair.Value.Select(word => (word, pair.Key))).ToFrozenDictionary(p => p.word, p => p.Key);

    private static readonly string[][] Near = [["ms", "id"], ["nb", "nn"]];

    /// <summary>The guess, or its neighbour where the words say so.</summary>
    public static string Correct(string text, string guess)
    {
        if (Array.Find(Near, pair => pair.Contains(guess)) is not { } near) return guess;
        var (first, second) = (0, 0);
        foreach (var word in text.ToLowerInvariant().Split([' ', ',', '.', '"', '\n', '(', ')', ':', ';', '!', '?'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Telling.TryGetValue(word, out var language)) continue;
            if (language == near[0]) first++;
            else if (language == near[1]) second++;
        }

        return first > second ? near[0] : second > first ? near[1] : guess;
    }
}
