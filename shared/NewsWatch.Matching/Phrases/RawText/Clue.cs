using System.Text;

namespace NewsWatch.Matching.Phrases.RawText;

/// <summary>What surely stands in a text that a phrase stands in: its most telling word, with the beginning or end of a neighbour beside it.</summary>
internal sealed class Clue
{
    /// <summary>The least letters of a word that tells enough.</summary>
    public const int Letters = 4;

    private readonly byte[] _word;
    private readonly byte[]? _before;
    private readonly byte[]? _after;
    private readonly bool _isWhole;
    private readonly bool _isPrefix;

    private Clue(IReadOnlyList<string> forms, bool isPrefix, int index, WrittenToken word)
    {
        _isPrefix = isPrefix;
        _word = Encoding.ASCII.GetBytes(word.Word);
        _isWhole = word.IsWhole;
        if (!word.IsForm) return;
        _after = index + 1 < forms.Count ? Encoding.ASCII.GetBytes(forms[index + 1]) : null;
        _before = index > 0 ? Encoding.ASCII.GetBytes(forms[index - 1]) : null;
    }

    /// <summary>The bucket, of eight, that the search has a clue in.</summary>
    public static byte Bucket(int number) => (byte)(1 << (number & 7));

    /// <summary>The most telling word.</summary>
    public ReadOnlySpan<byte> Word => _word;

    /// <summary>Finds the clue to a phrase, or <see langword="null"/> where no word tells enough.</summary>
    /// <param name="forms">Its tokens.</param>
    /// <param name="isPrefix">Whether its token may go on.</param>
    public static Clue? Find(IReadOnlyList<string> forms, bool isPrefix = false)
    {
        var tokens = forms.Select(form => new WrittenToken(form)).ToList();
        if (!tokens.TrueForAll(token => token.IsShort)) return null;
        var best = tokens.Where(token => token.IsTelling).MaxBy(token => token.Telling);
        return best is null ? null : new Clue(forms, isPrefix, tokens.IndexOf(best), best);
    }

    /// <summary>Whether a narrow text may hold the phrase with its word at <paramref name="start"/>.</summary>
    public bool AllowsAt(ReadOnlySpan<byte> text, int start)
    {
        if (start > text.Length || !text[start..].StartsWith(_word)) return false;
        var after = text[(start + _word.Length)..];
        if (!_isPrefix && after.Length > 0 && Neighbour.IsLetterOrDigit(after[0])) return false;
        if (_isWhole && start > 0 && Neighbour.IsLetterOrDigit(text[start - 1]) && !Neighbour.MayBeCutBefore(text[..start])) return false;
        return (_after is null || Neighbour.MayFollow(after, _after)) && (_before is null || Neighbour.MayPrecede(text[..start], _before));
    }
}
