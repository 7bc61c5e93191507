using NewsWatch.Matching.Analysis;

namespace NewsWatch.IntegrationTests.Storage.Meaning;

/// <summary>Makes queries with every operator of the language out of words and phrases that stand in articles.</summary>
internal sealed class QueryGenerator(IReadOnlyList<string> texts, int seed)
{
    private static readonly string[] Fields = ["title", "summary", "body", "source"];
    private static readonly string[] Values = ["lang:en", "lang:de", "domain:example.org", "domain:none.example", "url:bbc", "url:HTTPS://example.org/", "author:example", "author:\"ann example\"", "tag:world", "tag:sports"];
    private readonly Random _random = new(seed);

    /// <summary>The next query; always one that the language takes.</summary>
    public string Next() => _random.Next(16) switch
    {
        0 => $"{Operand()} NOT {Leaf()}",
        1 => $"({Leaf()} OR {Leaf()}) {Leaf()}",
        2 => $"{Fields[_random.Next(Fields.Length)]}:{Leaf()}",
        3 => $"{Word()} NEAR/{_random.Next(12)} {Word()}",
        4 => $"{Word()} ONEAR/{_random.Next(12)} ({Word()} OR {Phrase(2)})",
        5 => $"({Word()} NEAR/{_random.Next(20)} {Word()}) NEAR/{_random.Next(20)} {Word()}",
        6 when _random.Next(2) == 0 => $"{Word()} NEAR/9 {Word()} NEAR/9 {Word()}",
        6 => $"SENTENCE({Word()} {Leaf()})",
        7 => $"ATLEAST/{_random.Next(2, 4)}({Word()})",
        8 => $"{Leaf()} NOT ({Leaf()} OR lang:de)",
        9 => $"{Phrase(3)}~{_random.Next(1, 5)}",
        10 => $"{Leaf()} AND {Values[_random.Next(Values.Length)]}",
        11 => $"{Fields[_random.Next(Fields.Length)]}:({Leaf()} OR {Leaf()})",
        12 => OpenPhrase(),
        13 => $"{Leaf()} OR ({Leaf()} NOT {Leaf()}) OR {Fields[_random.Next(Fields.Length)]}:{Phrase(2)}",
        _ => Operand(),
    };

    private string Operand() => _random.Next(3) == 0 ? $"({Leaf()} OR {Leaf()})" : Leaf();

    private string Leaf() => _random.Next(8) switch
    {
        0 => "=" + Written(1)[0],
        1 => "~" + Word(),
        2 => Prefix(Word()),
        3 => Phrase(2),
        4 => Phrase(3),
        5 => $"\"={Written(1)[0]} {Word()}\"",
        _ => Word(),
    };

    // A phrase with one word left open, whole or in part.
    private string OpenPhrase()
    {
        var words = Written(3);
        words[1] = _random.Next(3) switch
        {
            0 => "*",
            1 when words[1].Length > 4 => words[1][..3] + "*",
            _ when words[1].Length > 4 => words[1][..3] + "?" + words[1][4..],
            _ => words[1],
        };
        return $"\"{string.Join(' ', words)}\"";
    }

    private string Word() => Written(1)[0].ToLowerInvariant();

    private string Phrase(int words) => $"\"{string.Join(' ', Written(words))}\"";

    private static string Prefix(string word) => word.Length < 4 ? word : word[..(word.Length - 1)] + "*";

    // Plain words only: what a person must quote or escape is the parser's own matter.
    private string[] Written(int count)
    {
        while (true)
        {
            var text = texts[_random.Next(texts.Count)];
            var tokens = TextAnalyzer.Analyze(text);
            if (tokens.Count < count) continue;
            var first = _random.Next(tokens.Count - count + 1);
            var words = tokens.Skip(first).Take(count).Select(t => text[t.Start..t.End]).ToArray();
            if (words.All(w => w.All(char.IsAsciiLetter) && w is not ("AND" or "OR" or "NOT" or "NEAR" or "ONEAR" or "SENTENCE" or "ATLEAST"))) return words;
        }
    }
}
