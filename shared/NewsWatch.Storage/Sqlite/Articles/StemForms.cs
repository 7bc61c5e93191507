using NewsWatch.Matching.Analysis;

namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>The stemmed forms of an article that differ from its words, each once. What a word is stemmed to is remembered from article to article.</summary>
internal sealed class StemForms
{
    private const int MostRemembered = 100_000;
    private readonly Dictionary<ulong, string?> _stems = [];
    private readonly HashSet<ulong> _words = [];
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly FtsText _text = new();

    /// <summary>Forgets the article.</summary>
    public void Clear()
    {
        _words.Clear();
        _known.Clear();
        _text.Clear();
        if (_stems.Count > MostRemembered) _stems.Clear();
    }

    /// <summary>Adds a token.</summary>
    /// <param name="form">Its text form.</param>
    /// <param name="hash">The form's hash.</param>
    public void Add(ReadOnlySpan<char> form, ulong hash)
    {
        if (!_words.Add(hash)) return;
        if (!_stems.TryGetValue(hash, out var stem)) _stems.Add(hash, stem = StemOf(form));
        if (stem is not null && _known.Add(stem)) _text.Add(stem, markCapitals: true);
    }

    public override string ToString() => _text.ToString();

    // Null where the word is its own stem.
    private static string? StemOf(ReadOnlySpan<char> form)
    {
        Span<char> stem = stackalloc char[DerivedForms.Longest];
        stem = stem[..DerivedForms.Stem(form, stem)];
        return stem.SequenceEqual(form) ? null : stem.ToString();
    }
}
