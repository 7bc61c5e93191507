using NewsWatch.Matching.Language.Parsing.Words;

namespace NewsWatch.Matching.Language.Translation;

/// <summary>Says the fields of other systems, or drops them with their value where there is no such field.</summary>
internal static class ForeignFields
{
    private static readonly Dictionary<string, string> Known = new(StringComparer.OrdinalIgnoreCase)
    {
        ["title"] = "title",
        ["intitle"] = "title",
        ["allintitle"] = "title",
        ["headline"] = "title",
        ["summary"] = "summary",
        ["ingress"] = "summary",
        ["description"] = "summary",
        ["body"] = "body",
        ["content"] = "body",
        ["text"] = "body",
        ["intext"] = "body",
        ["allintext"] = "body",
        ["source"] = "source",
        ["sourcename"] = "source",
        ["author"] = "author",
        ["tag"] = "tag",
        ["tags"] = "tag",
        ["lang"] = "lang",
        ["language"] = "lang",
        ["site"] = "domain",
        ["domain"] = "domain",
        ["host"] = "domain",
        ["url"] = "url",
        ["inurl"] = "url",
        ["allinurl"] = "url",
    };

    /// <summary>Translates the field at <paramref name="at"/>; gives the last piece that it took.</summary>
    public static int Translate(List<Piece> pieces, int at, List<Piece> said, List<Untranslated> notes)
    {
        var name = pieces[at].Text[..^1];
        if (!Known.TryGetValue(name, out var field)) return Drop(pieces, at, notes);
        said.Add(pieces[at] with { Text = field + ":" });
        if (field is "domain" or "lang" or "url" && at + 1 < pieces.Count && pieces[at + 1].Kind == PieceKind.Operand) return Value(field, pieces[at + 1], at + 1, said);
        if (!name.StartsWith("allin", StringComparison.OrdinalIgnoreCase)) return at;
        return Group(pieces, at, said);
    }

    private static int Value(string field, Piece value, int at, List<Piece> said)
    {
        said.Add(value with { Text = $"\"{ValueReader.Meant(field, value.Text.Trim('"', '*'))}\"" });
        return at;
    }

    // allintitle: takes all that follows.
    private static int Group(List<Piece> pieces, int at, List<Piece> said)
    {
        said.Add(new(PieceKind.Open, "(", pieces[at].Column));
        var last = at;
        while (last + 1 < pieces.Count && pieces[last + 1].Kind == PieceKind.Operand) said.Add(pieces[++last]);
        said.Add(new(PieceKind.Close, ")", pieces[last].Column));
        return last;
    }

    private static int Drop(List<Piece> pieces, int at, List<Untranslated> notes)
    {
        var last = LastOfOperand(pieces, at + 1);
        var dropped = string.Concat(pieces.Skip(at).Take(last - at + 1).Select(p => p.Text));
        notes.Add(new(pieces[at].Column, dropped, $"There is no field '{pieces[at].Text[..^1]}' here; it was left out."));
        return last;
    }

    private static int LastOfOperand(List<Piece> pieces, int at)
    {
        var open = 0;
        for (var i = at; i < pieces.Count; i++)
        {
            open += pieces[i].Kind switch { PieceKind.Open => 1, PieceKind.Close => -1, _ => 0 };
            if (open < 0) return i - 1;
            if (open == 0 && pieces[i].EndsOperand) return i;
        }

        return pieces.Count - 1;
    }
}
