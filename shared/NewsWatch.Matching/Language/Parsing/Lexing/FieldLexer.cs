using NewsWatch.Matching.Language.Parsing.Mistakes;

namespace NewsWatch.Matching.Language.Parsing.Lexing;

/// <summary>Reads a field's name and its colon at the start of a run.</summary>
internal static class FieldLexer
{
    private static readonly Dictionary<string, Field> Known =
        Enum.GetValues<Field>().ToDictionary(Fields.Name, StringComparer.OrdinalIgnoreCase);

    // Names of the same thing elsewhere.
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.OrdinalIgnoreCase)
    {
        ["intitle"] = "title",
        ["allintitle"] = "title",
        ["headline"] = "title",
        ["ingress"] = "summary",
        ["description"] = "summary",
        ["intext"] = "body",
        ["content"] = "body",
        ["text"] = "body",
        ["site"] = "domain",
        ["host"] = "domain",
        ["inurl"] = "url",
        ["link"] = "url",
        ["language"] = "lang",
        ["by"] = "author",
        ["tags"] = "tag",
        ["category"] = "tag",
        ["outlet"] = "source",
        ["sourcename"] = "source",
    };

    public static bool TryRead(string text, int start, string run, out Lexeme lexeme)
    {
        lexeme = default;
        var colon = run.AsSpan().IndexOfAnyExcept(Letters);
        if (colon < 1 || run[colon] is not (':' or '：') || IsAddress(run, colon)) return false;
        var name = run[..colon];
        if (!Known.TryGetValue(name, out var field)) throw Unknown(text, start, name);
        if (run[colon] == '：')
            throw QueryError.At(text, start + colon, start + colon + 1, "A full-width colon follows a field.", "':'", text.Replace('：', ':'));
        lexeme = new(LexemeKind.Field, start, start + colon + 1, name, Field: field);
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> Letters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_");

    private static bool IsAddress(string run, int colon) => run.AsSpan(colon).StartsWith("://", StringComparison.Ordinal);

    private static QuerySyntaxException Unknown(string text, int start, string name)
    {
        var meant = Elsewhere.GetValueOrDefault(name) ?? Closest(name);
        return QueryError.At(text, start, start + name.Length, $"There is no field '{name}'.", "one of " + string.Join(", ", Known.Keys),
            meant is null ? Quoted(text, start) : QueryError.Replace(text, start, start + name.Length, meant));
    }

    private static string Quoted(string text, int start)
    {
        var end = start;
        while (end < text.Length && !Spelling.IsSpace(text[end]) && text[end] is not ('"' or '(' or ')')) end++;
        return QueryError.Replace(text, start, end, $"\"{text[start..end]}\"");
    }

    private static string? Closest(string name)
    {
        foreach (var known in Known.Keys)
        {
            if (Typo.IsOneSlip(name, known)) return known;
        }

        return null;
    }
}
