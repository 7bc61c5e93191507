namespace NewsWatch.Formats.Text.Markup;

/// <summary>Reads one start tag: quoted, unquoted, valueless and unfinished attributes alike.</summary>
internal ref struct TagReader(string text, int at, Entities entities)
{
    private readonly string _text = text;
    private readonly Entities _entities = entities;

    /// <summary>Where the reading stands.</summary>
    public int At { get; private set; } = at;

    /// <summary>Whether the tag closed itself.</summary>
    public bool Empty { get; private set; }

    /// <summary>Whether <paramref name="c"/> can start a name.</summary>
    public static bool StartsName(char c) => char.IsLetter(c) || c is '_' or ':' || char.IsSurrogate(c);

    /// <summary>Reads a name.</summary>
    public string Name()
    {
        var start = At;
        while (At < _text.Length && !char.IsWhiteSpace(_text[At]) && _text[At] is not ('>' or '/' or '=' or '<' or '"' or '\'')) At++;
        return _text[start..At];
    }

    /// <summary>Reads to the end of the tag.</summary>
    public List<(string Name, string Value)> Attributes()
    {
        var attributes = new List<(string, string)>();
        while (true)
        {
            SkipWhiteSpace();
            if (At >= _text.Length || _text[At] == '<') return attributes;
            if (_text[At] == '>')
            {
                At++;
                return attributes;
            }

            ReadPart(attributes);
        }
    }

    private void ReadPart(List<(string Name, string Value)> attributes)
    {
        Empty = _text[At] == '/' && At + 1 < _text.Length && _text[At + 1] == '>';
        var name = Name();
        if (name.Length == 0)
        {
            At++;
            return;
        }

        SkipWhiteSpace();
        var value = At < _text.Length && _text[At] == '=' ? Value() : "";
        if (attributes.Count < MarkupLimits.Attributes && !attributes.Exists(a => a.Name == name)) attributes.Add((name, value));
    }

    private string Value()
    {
        At++;
        SkipWhiteSpace();
        if (At >= _text.Length) return "";
        return _text[At] is '"' or '\'' ? Quoted(_text[At]) : Unquoted();
    }

    private string Quoted(char quote)
    {
        var start = At + 1;
        var end = _text.IndexOf(quote, start);
        var value = _text.AsSpan(start, (end < 0 ? _text.Length : end) - start);

        // A value that runs over a line into other tags lost its closing quote: it ends where its tag does.
        if ((end < 0 || value.Contains('\n')) && value.Contains('<') && value.IndexOfAny('>', '\n') is var stop and >= 0)
        {
            At = start + stop;
            return _entities.Resolve(value[..stop].TrimEnd('/'));
        }

        At = Math.Min(start + value.Length + 1, _text.Length);
        return _entities.Resolve(value);
    }

    private string Unquoted()
    {
        var start = At;
        while (At < _text.Length && !char.IsWhiteSpace(_text[At]) && _text[At] != '>' && !(_text[At] == '/' && At + 1 < _text.Length && _text[At + 1] == '>')) At++;
        return _entities.Resolve(_text.AsSpan(start, At - start));
    }

    private void SkipWhiteSpace()
    {
        while (At < _text.Length && char.IsWhiteSpace(_text[At])) At++;
    }
}
