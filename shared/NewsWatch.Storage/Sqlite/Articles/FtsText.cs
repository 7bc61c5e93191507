using NewsWatch.Matching.Analysis;

namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>Joins tokens by spaces, in an array that grows to the longest text and stays.</summary>
internal sealed class FtsText
{
    private char[] _text = new char[4096];
    private int _length;

    /// <summary>Forgets what was added.</summary>
    public void Clear() => _length = 0;

    /// <summary>Adds all tokens.</summary>
    public void Add(TokenBuffer tokens)
    {
        for (var i = 0; i < tokens.Count; i++) Add(tokens.Form(i));
    }

    /// <summary>Adds a token; with <paramref name="markCapitals"/>, with a caret before each ASCII capital.</summary>
    public void Add(ReadOnlySpan<char> token, bool markCapitals = false)
    {
        if (_text.Length < _length + (2 * token.Length) + 1) Array.Resize(ref _text, Math.Max(2 * _text.Length, _length + (2 * token.Length) + 1));
        if (markCapitals && token.ContainsAnyInRange('A', 'Z'))
        {
            _length += FtsForms.MarkCapitals(token, _text.AsSpan(_length));
        }
        else
        {
            token.CopyTo(_text.AsSpan(_length));
            _length += token.Length;
        }

        _text[_length++] = ' ';
    }

    public override string ToString() => new(_text, 0, _length);
}
