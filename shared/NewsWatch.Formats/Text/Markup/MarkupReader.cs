namespace NewsWatch.Formats.Text.Markup;

/// <summary>Reads XML that need not be well formed into a tree: linear time, bounded depth, no external access, no recursive entities.</summary>
/// <remarks>Framework readers stop at the first fault; one feed in ten has one. A fault costs the element it is in, never the ones beside it.</remarks>
public sealed class MarkupReader
{
    private const int LongestOverrun = 64 * 1024;

    private readonly string _text;
    private readonly Entities _entities = new();
    private readonly TreeBuilder _tree = new();
    private readonly Dictionary<string, int> _ends = [];
    private bool _sawDoctype;
    private int _at;

    private readonly ICollection<MarkupFault>? _faults;

    private MarkupReader(string text, ICollection<MarkupFault>? faults) => (_text, _faults) = (text, faults);

    /// <summary>Reads a document.</summary>
    /// <param name="text">The document.</param>
    /// <param name="faults">Takes what had to be repaired.</param>
    /// <returns>A nameless element that holds the document's root elements.</returns>
    /// <exception cref="MarkupException">It declares entities that only an attack would, or has too many elements.</exception>
    public static Element Read(string text, ICollection<MarkupFault>? faults = null) => new MarkupReader(text, faults).Read();

    private Element Read()
    {
        while (_at < _text.Length)
        {
            var tag = _text.IndexOf('<', _at);
            if (tag < 0) tag = _text.Length;
            AddText(_text.AsSpan(_at, tag - _at));
            _at = tag;
            if (_at < _text.Length) ReadMarkup();
        }

        foreach (var open in _tree.Unclosed) Fault(open.Line, $"<{open.Name}> is never closed.");
        return _tree.Root;
    }

    private void AddText(ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty) _tree.Text(_entities.Resolve(text));
    }

    private void ReadMarkup()
    {
        var rest = _text.AsSpan(_at);
        if (rest.StartsWith("<![CDATA[")) ReadCdata();
        else if (rest.StartsWith("<!--")) SkipPast("-->", 4);
        else if (!_sawDoctype && rest.StartsWith("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)) ReadDoctype();
        else if (rest.StartsWith("<?")) SkipPast("?>", 2);
        else if (rest.StartsWith("<!")) SkipPast(">", 2);
        else if (rest.StartsWith("</")) ReadEndTag();
        else if (rest.Length > 1 && TagReader.StartsName(rest[1])) ReadStartTag();
        else Literal(1);
    }

    private void ReadDoctype()
    {
        _sawDoctype = true;
        _at = Doctype.Read(_text, _at, _entities);
    }

    private void Literal(int length)
    {
        _tree.Text(_text.Substring(_at, length));
        _at += length;
    }

    // What never ends is skipped alone, so that the rest of the document is still read.
    private void SkipPast(string end, int length)
    {
        var found = FindEnd(end, Math.Min(_at + length, _text.Length));
        _at = found < 0 ? Math.Min(_at + length, _text.Length) : found + end.Length;
    }

    // Remembers the last find, so that a document full of openings without ends is still scanned once.
    private int FindEnd(string end, int from)
    {
        if (_ends.TryGetValue(end, out var known) && (known < 0 || known >= from)) return known;
        return _ends[end] = _text.IndexOf(end, from, StringComparison.Ordinal);
    }

    private void ReadCdata()
    {
        var start = _at + 9;
        var end = FindEnd("]]>", start);
        var body = _text.AsSpan(start, (end < 0 ? _text.Length : end) - start);
        if (Overrun(body) is var cut and >= 0)
        {
            _tree.Text(body[..cut].ToString());
            _at = start + cut;
            return;
        }

        _tree.Text(body.ToString());
        _at = end < 0 ? _text.Length : end + 3;
    }

    // A section that swallows the end of its item and the start of another section was never closed: it ends with its element.
    private int Overrun(ReadOnlySpan<char> body)
    {
        body = body[..Math.Min(body.Length, LongestOverrun)];
        if (_tree.Current.Name.Length == 0 || body.IndexOf("<![CDATA[") < 0) return -1;
        if (body.IndexOf("</item>") < 0 && body.IndexOf("</entry>") < 0) return -1;
        var name = _tree.Current.Prefix.Length == 0 ? _tree.Current.Name : $"{_tree.Current.Prefix}:{_tree.Current.Name}";
        return body.IndexOf($"</{name}");
    }

    private void ReadEndTag()
    {
        var reader = new TagReader(_text, _at + 2, _entities);
        var name = reader.Name();
        if (name.Length == 0)
        {
            Literal(2);
            return;
        }

        reader.Attributes();
        var line = _faults is null ? 0 : _tree.LineAt(_text, _at);
        _at = reader.At;
        if (_tree.Close(name) is { } problem) Fault(line, problem);
    }

    private void ReadStartTag()
    {
        var line = _tree.LineAt(_text, _at);
        var bare = _entities.BareAmpersands;
        var reader = new TagReader(_text, _at + 1, _entities);
        var name = reader.Name();
        var attributes = reader.Attributes();
        _at = reader.At;
        if (_entities.BareAmpersands > bare) Fault(line, "A bare '&' stands for itself; it should be written '&amp;'.");
        _tree.Open(name, attributes, line, reader.Empty);
    }

    private void Fault(int line, string message)
    {
        if (_faults is { Count: < MarkupLimits.Faults }) _faults.Add(new MarkupFault(line, message));
    }
}
