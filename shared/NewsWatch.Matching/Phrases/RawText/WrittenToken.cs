using NewsWatch.Matching.Analysis.Characters;

namespace NewsWatch.Matching.Phrases.RawText;

/// <summary>How a token stands in a narrow text before it is cut: a run of letters and digits that is surely there.</summary>
internal sealed class WrittenToken
{
    // Shorter or commoner, and looking for it does not pay.
    private const int Shortest = Clue.Letters;
    private const double LeastBits = 14;
    private const int Longest = 200;

    public WrittenToken(string form)
    {
        // A hyphen may have been lost before each run of letters and digits, and after prefixes at its front.
        var run = new string([.. form.Select(unit => char.IsAsciiLetterOrDigit(unit) ? unit : ' ')]).Split(' ').MaxBy(Bits)!;
        Word = WithoutPrefixes(run);
        IsWhole = Word == run;
        IsForm = Word == form;
        Front = form.EndsWith(Word, StringComparison.Ordinal) && form.All(char.IsAsciiLetterOrDigit) ? form[..^Word.Length] : "";
        IsShort = form.Length <= Longest;
        IsTelling = Word.Length >= Shortest && Bits(Word) >= LeastBits;
    }

    /// <summary>The run.</summary>
    public string Word { get; }

    /// <summary>Whether no letter or digit can stand before the run; else a prefix may.</summary>
    public bool IsWhole { get; }

    /// <summary>Whether the run is the whole token.</summary>
    public bool IsForm { get; }

    /// <summary>What stands before the run, with or without hyphens, where the whole token is letters and digits: of <c>rescheduling</c> the <c>re</c>.</summary>
    public string Front { get; }

    /// <summary>Whether the token cannot have been cut out of a longer run.</summary>
    public bool IsShort { get; }

    /// <summary>Whether looking for it pays.</summary>
    public bool IsTelling { get; }

    /// <summary>Where those letters of the run stand that tell most.</summary>
    public int TellingAt => Enumerable.Range(0, Word.Length - Clue.Letters + 1).MaxBy(LettersBits);

    /// <summary>How much it tells: the rarer the letters searched for, the seldomer the search stops.</summary>
    public double Telling => Math.Min(Bits(Word), 24) + LettersBits(TellingAt);

    private double LettersBits(int at) => Bits(Word[at..(at + Clue.Letters)]);

    private static double Bits(string word) =>
        word.Sum(unit => char.IsAsciiLetterLower(unit) ? -Math.Log2(LetterFrequency.Of(unit)) : 3);

    // What is left whichever prefixes were written apart: "counterterror" may have been "counter-terror", though it also begins with "co".
    private static string WithoutPrefixes(string word) =>
        JoinedPrefix.All.Where(prefix => word.StartsWith(prefix, StringComparison.Ordinal))
            .Select(prefix => WithoutPrefixes(word[prefix.Length..]))
            .Append(word)
            .MinBy(rest => rest.Length)!;
}
