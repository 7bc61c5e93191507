using NewsWatch.Matching.Analysis;

namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>The exact or stemmed forms of an article that differ from its words, each once.</summary>
internal sealed class DifferentForms
{
    private readonly HashSet<ulong> _known = [];
    private readonly FtsText _text = new();

    /// <summary>Forgets what was added.</summary>
    public void Clear()
    {
        _known.Clear();
        _text.Clear();
    }

    /// <summary>Adds the forms that are new and differ from the word at the same position.</summary>
    public void Add(TokenBuffer words, TokenBuffer forms)
    {
        var wordHashes = words.Hashes;
        var formHashes = forms.Hashes;
        for (var i = 0; i < formHashes.Length; i++)
        {
            if (formHashes[i] != wordHashes[i] && _known.Add(formHashes[i])) _text.Add(forms.Form(i), markCapitals: true);
        }
    }

    public override string ToString() => _text.ToString();
}
