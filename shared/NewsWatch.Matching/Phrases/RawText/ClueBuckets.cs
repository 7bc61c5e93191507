using System.Numerics;

namespace NewsWatch.Matching.Phrases.RawText;

/// <summary>
/// Deals clues out to the eight bits that the search has for them. Clues that share a bit stop the search at each other's letters, too: <c>leth</c> and
/// <c>c.e.</c> together at every <c>then</c>. So each goes where the search then stops least.
/// </summary>
internal sealed class ClueBuckets
{
    private const int Count = 8;

    // Where a text of news has no letter, it has a space most of the time.
    private const double Letters = 0.8;
    private const double Spaces = 0.16;
    private const double OtherBytes = (1 - Letters - Spaces) / 64;

    // Each byte's share of a text, by the upper half of its bits and then the lower.
    private static readonly double[] Shares = [.. Enumerable.Range(0, 128).Select(Share)];

    private readonly Bucket[] _buckets = [.. Enumerable.Range(0, Count).Select(_ => new Bucket(new Halves[Clue.Letters]))];

    /// <summary>The bit of each clue, by its number.</summary>
    public static byte[] Of(IReadOnlyList<Clue> clues)
    {
        var buckets = new ClueBuckets();
        return [.. clues.Select(clue => buckets.Put(clue.Telling))];
    }

    private byte Put(ReadOnlySpan<byte> letters)
    {
        var (best, least) = (0, double.PositiveInfinity);
        for (var number = 0; number < Count; number++)
        {
            var more = _buckets[number].With(letters).Stops - _buckets[number].Stops;
            if (more < least) (best, least) = (number, more);
        }

        _buckets[best] = _buckets[best].With(letters);
        return (byte)(1 << best);
    }

    private static double Share(int unit) => char.IsAsciiLetterLower((char)unit) ? Letters * LetterFrequency.Of((char)unit) : unit == ' ' ? Spaces : OtherBytes;

    // For each letter which lower and which upper halves its bytes have, as PairLetterSearch looks them up apart; what WideLetterSearch tells by is a little more.
    private readonly record struct Halves(int Lower, int Upper)
    {
        // A change of watches makes few buckets, but then waits for them: no look at bytes whose upper half is not among them.
        public double Share
        {
            get
            {
                var share = 0.0;
                for (var upper = Upper; upper != 0; upper &= upper - 1)
                {
                    var first = 16 * BitOperations.TrailingZeroCount(upper);
                    for (var lower = Lower; lower != 0; lower &= lower - 1) share += Shares[first + BitOperations.TrailingZeroCount(lower)];
                }

                return share;
            }
        }

        public Halves With(byte letter) => new(Lower | (1 << (letter & 15)), Upper | (1 << (letter >> 4)));
    }

    private sealed class Bucket(Halves[] letters)
    {
        // At which share of the places of a text the search stops.
        public double Stops { get; } = letters.Aggregate(1.0, (stops, letter) => stops * letter.Share);

        public Bucket With(ReadOnlySpan<byte> telling)
        {
            var with = new Halves[letters.Length];
            for (var letter = 0; letter < with.Length; letter++) with[letter] = letters[letter].With(telling[letter]);
            return new Bucket(with);
        }
    }
}
