using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text;
using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Phrases.RawText;

/// <summary>
/// For a handful of phrases: says of most texts that none can stand in them, before the text is cut into words. Looks for four letters of one telling
/// word of each phrase. With more phrases than a few it would stop too often.
/// </summary>
internal sealed class RawTextFilter
{
    private const int MostPhrases = 32;

    private readonly Clue[] _clues;
    private readonly LetterSearch _search;

    // Phrases beyond ASCII have no clue and stand in no text of ASCII.
    private readonly bool _hasOthers;

    private RawTextFilter(Clue[] clues, LetterSearch search, bool hasOthers) => (_clues, _search, _hasOthers) = (clues, search, hasOthers);

    /// <summary>Builds the filter, or <see langword="null"/> where it would not pay.</summary>
    public static RawTextFilter? Build(PhraseRecords records, int count)
    {
        if (count > MostPhrases) return null;
        var clues = new List<Clue>();
        var hasOthers = false;
        for (var record = 0; record < records.Length; record = records.After(record))
        {
            var forms = Encoding.UTF8.GetString(records.Tokens(record)).TrimEnd('\0').Split('\0');
            if (!forms.All(form => Ascii.IsValid(form))) hasOthers = true;
            else if (Clue.Find(forms, records.Head(record).IsPrefix) is not { Count: > 0 } found) return null;
            else clues.AddRange(found);
        }

        return LetterSearch.For(clues) is { } search ? new RawTextFilter([.. clues], search, hasOthers) : null;
    }

    /// <summary>Whether a phrase may stand in the text; false only where none does.</summary>
    /// <param name="narrow">The text in its narrow form, whether it needs the exact path or not, with two blocks of spaces behind it that may be read.</param>
    /// <param name="length">How long the text is.</param>
    public bool MayMatch(ReadOnlySpan<byte> narrow, int length)
    {
        var isUnusual = false;
        for (var index = 0; ; index += NarrowText.Block)
        {
            var places = _search.Next(narrow, length, ref index, ref isUnusual);

            if (places == 0) return isUnusual && (_hasOthers || NarrowCharacters.MayHideAscii(narrow[..length]));
            if (MayMatch(narrow[..length], index, places)) return true;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool MayMatch(ReadOnlySpan<byte> text, int index, ulong places)
    {
        for (; places != 0; places &= places - 1)
        {
            var place = index + BitOperations.TrailingZeroCount(places);
            foreach (var clue in _clues)
            {
                if (clue.AllowsAt(text, place)) return true;
            }
        }

        return false;
    }
}
