using System.Text;

namespace NewsWatch.Matching.Phrases.RawText;

/// <summary>What surely stands in a text that a phrase stands in: its most telling word, with the beginning or end of a neighbour beside it.</summary>
internal sealed class Clue
{
    /// <summary>How many letters of the word are searched for; also the least that it has.</summary>
    public const int Letters = 4;

    // Of the word with its dots: at least four letters, at most six, as WordFilters has it.
    private const int LongestAcronym = 6;

    private readonly byte[] _word;
    private readonly int _at;
    private readonly byte[] _front;
    private readonly byte[]? _before;
    private readonly byte[]? _after;
    private readonly bool _isWhole;
    private readonly bool _isPrefix;

    private Clue(string word, int at, string front, bool isWhole, bool isPrefix, string? before, string? after)
    {
        _word = Encoding.ASCII.GetBytes(word);
        _at = at;
        _front = Encoding.ASCII.GetBytes(front);
        _isWhole = isWhole;
        _isPrefix = isPrefix;
        _before = before is null ? null : Encoding.ASCII.GetBytes(before.TrimEnd('_'));
        _after = after is null ? null : Encoding.ASCII.GetBytes(after.TrimStart('_'));
    }

    /// <summary>The letters of the word that are searched for.</summary>
    public ReadOnlySpan<byte> Telling => _word.AsSpan(_at, Letters);

    /// <summary>Finds the clues to a phrase, one of which stands where it stands; none where no word tells enough.</summary>
    /// <param name="forms">Its tokens.</param>
    /// <param name="isPrefix">Whether its last token may go on.</param>
    public static IReadOnlyList<Clue> Find(IReadOnlyList<string> forms, bool isPrefix = false)
    {
        var tokens = forms.Select(form => new WrittenToken(form)).ToList();
        if (!tokens.TrueForAll(token => token.IsShort)) return [];
        var best = tokens.Where(token => token.IsTelling).MaxBy(token => token.Telling);
        if (best is null) return [];
        var index = tokens.IndexOf(best);
        var last = isPrefix ? forms.Count - 1 : forms.Count;
        var (before, after) = (forms.ElementAtOrDefault(index - 1), index + 1 == last ? null : forms.ElementAtOrDefault(index + 1));
        isPrefix = index == last;
        var isKnown = best.IsForm || best.Front.Length > 0;
        var written = new Clue(best.Word, best.TellingAt, best.Front, best.IsWhole || isKnown, isPrefix, isKnown ? before : null, isKnown ? after : null);
        var form = forms[index];
        if (form.Length is < Letters or > LongestAcronym || !form.All(char.IsAsciiLetter)) return [written];

        // N.A.T.O is the word nato.
        return [written, new Clue(string.Join('.', form.AsEnumerable()), 0, "", true, isPrefix, before, after)];
    }

    /// <summary>Whether a narrow text may hold the phrase with its telling letters at <paramref name="place"/>.</summary>
    public bool AllowsAt(ReadOnlySpan<byte> text, int place)
    {
        var start = place - _at;
        if (start < 0 || start > text.Length || !text[start..].StartsWith(_word)) return false;
        var after = text[(start + _word.Length)..];
        if (!_isPrefix && after.Length > 0 && Neighbour.IsLetterOrDigit(after[0])) return false;
        if (_after is not null && !Neighbour.MayFollow(after, _after)) return false;
        if (Neighbour.MayBeCutBefore(text[..start])) return true;
        if (!TryGoBefore(text, _front, ref start)) return false;
        if (_isWhole && start > 0 && Neighbour.IsLetterOrDigit(text[start - 1])) return false;
        return _before is null || Neighbour.MayPrecede(text[..start], _before);
    }

    // Moves to the start of the token, whose front may be tied with hyphens.
    private static bool TryGoBefore(ReadOnlySpan<byte> text, ReadOnlySpan<byte> front, ref int start)
    {
        for (var left = front.Length; left > 0; left--)
        {
            if (start > 0 && text[start - 1] == '-') start--;
            if (start == 0 || text[start - 1] != front[left - 1]) return false;
            start--;
        }

        return true;
    }
}
