using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Phrases;

namespace NewsWatch.UnitTests.Matching.Phrases;

/// <summary>What a phrase index must find, found in the obvious way: every phrase at every position, token by token.</summary>
internal static class NaivePhraseSearch
{
    public static IEnumerable<PhraseHit> Find(string text, IEnumerable<KeyValuePair<int, string>> phrases)
    {
        var tokens = TextAnalyzer.Analyze(text);
        foreach (var (id, phrase) in phrases)
        {
            var wanted = TextAnalyzer.Analyze(phrase).Select(token => token.Text).ToList();
            if (wanted.Count == 0) continue;
            for (var position = 0; position + wanted.Count <= tokens.Count; position++)
            {
                var stands = tokens.Skip(position).Take(wanted.Count).Select(token => token.Text).SequenceEqual(wanted);
                if (stands) yield return new PhraseHit(id, position, wanted.Count, tokens[position].Start, tokens[position + wanted.Count - 1].End);
            }
        }
    }
}
