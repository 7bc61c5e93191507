using System.Buffers;
using System.Text;

namespace NewsWatch.Formats.Text.Charsets;

/// <summary>The HTML standard's prescan for a charset in meta elements (13.2.3.2), over bytes read as Latin-1.</summary>
internal sealed class MetaCharset
{
    private static readonly SearchValues<char> Stops = SearchValues.Create(" \t\r\n\f;");

    private readonly string _head;
    private int _at;

    private MetaCharset(string head) => _head = head;

    public static Encoding? Find(string head) => new MetaCharset(head).Scan();

    private Encoding? Scan()
    {
        while ((_at = _head.IndexOf('<', Math.Min(_at, _head.Length))) >= 0)
        {
            var rest = _head.AsSpan(_at);
            if (rest.StartsWith("<!--")) SkipPast("-->", 2);
            else if (IsMeta(rest))
            {
                if (ReadMeta() is { } found) return found;
            }
            else if (rest.Length > 1 && (char.IsAsciiLetter(rest[1]) || (rest[1] == '/' && rest.Length > 2 && char.IsAsciiLetter(rest[2])))) ReadAttributes(skipName: true);
            else if (rest.Length > 1 && rest[1] is '!' or '/' or '?') SkipPast(">", 1);
            else _at++;
        }

        return null;
    }

    private static bool IsMeta(ReadOnlySpan<char> rest) =>
        rest.Length > 5 && rest.StartsWith("<meta", StringComparison.OrdinalIgnoreCase) && (char.IsWhiteSpace(rest[5]) || rest[5] == '/');

    private void SkipPast(string end, int offset)
    {
        var found = _head.IndexOf(end, Math.Min(_at + offset, _head.Length), StringComparison.Ordinal);
        _at = found < 0 ? _head.Length : found + end.Length;
    }

    private Encoding? ReadMeta()
    {
        var start = _at;
        var attributes = ReadAttributes(skipName: true);
        if (attributes is null) return null;
        if (attributes.TryGetValue("charset", out var charset) && CharsetNames.Find(charset) is { } direct) return direct;
        var pragma = attributes.TryGetValue("http-equiv", out var equiv) && equiv.Equals("content-type", StringComparison.OrdinalIgnoreCase);
        var found = pragma && attributes.TryGetValue("content", out var content) ? CharsetNames.Find(InContent(content)) : null;
        if (found is null && _at <= start) _at = start + 1;
        return found;
    }

    // "text/html; charset=utf-8" with its allowances: spaces around '=', quotes only where they close.
    private static string? InContent(string content)
    {
        var at = content.IndexOf("charset", StringComparison.OrdinalIgnoreCase);
        if (at < 0) return null;
        var rest = content.AsSpan(at + 7).TrimStart();
        if (rest.IsEmpty || rest[0] != '=') return InContent(content[(at + 7)..]);
        rest = rest[1..].TrimStart();
        if (rest.IsEmpty) return null;
        if (rest[0] is '"' or '\'') return rest[1..].IndexOf(rest[0]) is var end and >= 0 ? rest.Slice(1, end).ToString() : null;
        var stop = rest.IndexOfAny(Stops);
        return (stop < 0 ? rest : rest[..stop]).ToString();
    }

    // Null where the tag does not end: what stands in it then counts for nothing.
    private Dictionary<string, string>? ReadAttributes(bool skipName)
    {
        if (skipName) SkipWhile(c => !char.IsWhiteSpace(c) && c is not ('>' or '/'), from: 1);
        var attributes = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (true)
        {
            SkipWhile(c => char.IsWhiteSpace(c) || c == '/');
            if (_at >= _head.Length) return null;
            if (_head[_at] == '>') return attributes;
            if (_head[_at] == '<' && attributes.Count == 0 && IsMeta(_head.AsSpan(_at))) return attributes;
            var name = Take(c => !char.IsWhiteSpace(c) && c is not ('/' or '>' or '='), atLeast: 1);
            if (ReadValue() is not { } value) return null;
            attributes.TryAdd(name, value);
        }
    }

    private string? ReadValue()
    {
        SkipWhile(char.IsWhiteSpace);
        if (_at >= _head.Length) return null;
        if (_head[_at] != '=') return "";
        _at++;
        SkipWhile(char.IsWhiteSpace);
        if (_at >= _head.Length) return null;
        return _head[_at] is '"' or '\'' ? ReadQuoted(_head[_at]) : Take(c => !char.IsWhiteSpace(c) && c != '>');
    }

    private string? ReadQuoted(char quote)
    {
        var end = _head.IndexOf(quote, _at + 1);
        var value = end < 0 ? null : _head[(_at + 1)..end];
        _at = end < 0 ? _head.Length : end + 1;
        return value;
    }

    private string Take(Func<char, bool> good, int atLeast = 0)
    {
        var start = _at;
        _at = Math.Min(_at + atLeast, _head.Length);
        SkipWhile(good);
        return _head[start.._at];
    }

    private void SkipWhile(Func<char, bool> skip, int from = 0)
    {
        _at = Math.Min(_at + from, _head.Length);
        while (_at < _head.Length && skip(_head[_at])) _at++;
    }
}
