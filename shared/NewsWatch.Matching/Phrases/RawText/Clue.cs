namespace NewsWatch.Matching.Phrases.RawText;

/// <summary>What surely stands in a plain text that a phrase stands in: its most telling word, with the beginning or end of a neighbour beside it.</summary>
internal sealed class Clue
{
    private readonly WrittenToken _word;
    private readonly string? _before;
    private readonly string? _after;

    private Clue(IReadOnlyList<string> forms, int index, WrittenToken word)
    {
        _word = word;
        if (!word.IsForm) return;
        _after = forms.ElementAtOrDefault(index + 1);
        _before = index > 0 ? forms[index - 1] : null;
    }

    /// <summary>The most telling word.</summary>
    public string Word => _word.Word;

    /// <summary>Finds the clue to a phrase, or <see langword="null"/> where no word tells enough.</summary>
    public static Clue? Find(IReadOnlyList<string> forms)
    {
        var tokens = forms.Select(form => new WrittenToken(form)).ToList();
        if (!tokens.TrueForAll(token => token.IsShort)) return null;
        var best = tokens.Where(token => token.IsTelling).MaxBy(token => token.Telling);
        return best is null ? null : new Clue(forms, tokens.IndexOf(best), best);
    }

    /// <summary>Whether a plain text may hold the phrase with its word at <paramref name="start"/>.</summary>
    public bool AllowsAt(ReadOnlySpan<char> text, int start)
    {
        if (!text[start..].StartsWith(Word, StringComparison.OrdinalIgnoreCase)) return false;
        var after = text[(start + Word.Length)..];
        if (after.Length > 0 && char.IsAsciiLetterOrDigit(after[0])) return false;
        if (_word.IsWhole && start > 0 && char.IsAsciiLetterOrDigit(text[start - 1])) return false;
        return (_after is null || Neighbour.MayFollow(after, _after)) && (_before is null || Neighbour.MayPrecede(text[..start], _before));
    }
}
