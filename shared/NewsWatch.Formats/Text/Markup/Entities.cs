using System.Globalization;
using System.Text;
using AngleSharp.Html;
using NewsWatch.Formats.Text.Charsets;

namespace NewsWatch.Formats.Text.Markup;

/// <summary>Resolves character references: numbers, HTML's names, and short texts that the document itself declares.</summary>
internal sealed class Entities
{
    private const int LongestName = 40;

    private readonly Dictionary<string, string> _declared = new(StringComparer.Ordinal);
    private int _expanded;

    /// <summary>How many ampersands so far started no reference.</summary>
    public int BareAmpersands { get; private set; }

    public void Declare(string name, string text) => _declared.TryAdd(name, text);

    /// <summary>Replaces every reference; an ampersand that starts none stays as it is.</summary>
    public string Resolve(ReadOnlySpan<char> text)
    {
        var ampersand = text.IndexOf('&');
        if (ampersand < 0) return text.ToString();
        var result = new StringBuilder(text.Length);
        while (ampersand >= 0)
        {
            result.Append(text[..ampersand]);
            text = text[ampersand..];
            text = text[AppendReference(text, result)..];
            ampersand = text.IndexOf('&');
        }

        return result.Append(text).ToString();
    }

    // Returns how many characters of the text the reference took.
    private int AppendReference(ReadOnlySpan<char> text, StringBuilder result)
    {
        if (text.Length > 2 && text[1] == '#') return AppendNumber(text, result);
        var end = text[..Math.Min(text.Length, LongestName)].IndexOf(';');
        if (end > 1 && Named(text[1..end].ToString()) is { } named)
        {
            result.Append(named);
            return end + 1;
        }

        BareAmpersands++;
        result.Append('&');
        return 1;
    }

    private string? Named(string name)
    {
        if (_declared.TryGetValue(name, out var declared)) return Expand(declared);
        foreach (var c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c)) return null;
        }

        return name == "apos" ? "'" : HtmlEntityProvider.Resolver.GetSymbol(name + ";");
    }

    private string Expand(string text)
    {
        _expanded += text.Length;
        return _expanded <= MarkupLimits.EntityTotal
            ? text
            : throw new MarkupException("The document's own entities expand to more text than is allowed; it was refused as a likely entity bomb.");
    }

    private int AppendNumber(ReadOnlySpan<char> text, StringBuilder result)
    {
        var hex = text[2] is 'x' or 'X';
        var start = hex ? 3 : 2;
        var end = start;
        while (end < text.Length && end - start < 8 && (hex ? char.IsAsciiHexDigit(text[end]) : char.IsAsciiDigit(text[end]))) end++;
        if (end == start)
        {
            BareAmpersands++;
            result.Append('&');
            return 1;
        }

        var style = hex ? NumberStyles.AllowHexSpecifier : NumberStyles.None;
        result.Append(Character(int.TryParse(text[start..end], style, CultureInfo.InvariantCulture, out var code) ? code : -1));
        return end < text.Length && text[end] == ';' ? end + 1 : end;
    }

    // 128 to 159 are control characters in Unicode; whoever writes them means windows-1252 (HTML standard, 13.2.5.80).
    private static string Character(int code) => code switch
    {
        >= 0x80 and <= 0x9F => CharsetNames.Find("windows-1252")!.GetString([(byte)code]),
        9 or 10 or 13 => ((char)code).ToString(),
        < 0x20 => "",
        _ => Rune.IsValid(code) ? new Rune(code).ToString() : "\uFFFD",
    };
}
