using NewsWatch.Matching.Analysis;

namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>The exact forms of an article that differ from its words, each once.</summary>
internal sealed class ExactForms
{
    private readonly HashSet<ulong> _known = [];
    private readonly FtsText _text = new();

    /// <summary>Forgets what was added.</summary>
    public void Clear()
    {
        _known.Clear();
        _text.Clear();
    }

    /// <summary>Adds a token.</summary>
    /// <param name="form">Its text form.</param>
    /// <param name="written">The token as the article writes it.</param>
    public void Add(ReadOnlySpan<char> form, ReadOnlySpan<char> written)
    {
        // Most words are written as they are folded.
        if (written.SequenceEqual(form)) return;
        Span<char> exact = stackalloc char[DerivedForms.Longest];
        exact = exact[..DerivedForms.Exact(written, exact)];
        if (!exact.SequenceEqual(form) && _known.Add(TokenHash.Of(exact))) _text.Add(exact, markCapitals: true);
    }

    public override string ToString() => _text.ToString();
}
