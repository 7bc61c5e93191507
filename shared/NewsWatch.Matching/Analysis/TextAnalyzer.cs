namespace NewsWatch.Matching.Analysis;

/// <summary>What a token is: the one definition behind the matcher, SQLite and Elasticsearch.</summary>
/// <remarks>
/// Character filters, then words by UAX #29 as Lucene's standard tokenizer cuts them, then possessive, elision, acronym, lower case and
/// ASCII folding, then Porter's stemmer where asked for. For many texts use a <see cref="TokenBuffer"/>, which allocates nothing.
/// </remarks>
public static class TextAnalyzer
{
    // Compiling watches analyses words one at a time; a new buffer for each would take most of the time. A long text's buffer is not kept.
    private const int LongestKept = 1_000;

    [ThreadStatic]
    private static TokenBuffer? _spare;

    /// <summary>Analyses any string in linear time, unpaired surrogates included.</summary>
    /// <returns>The tokens; a token's index is its position.</returns>
    public static IReadOnlyList<Token> Analyze(string text, AnalyzerKind kind = AnalyzerKind.Text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var buffer = text.Length <= LongestKept ? _spare ??= new TokenBuffer() : new TokenBuffer();
        buffer.Fill(text, kind);
        var tokens = new Token[buffer.Count];
        for (var position = 0; position < tokens.Length; position++)
        {
            tokens[position] = new Token(buffer.Form(position).ToString(), buffer.Starts[position], buffer.Ends[position]);
        }

        return tokens;
    }
}
