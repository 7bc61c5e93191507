namespace NewsWatch.Matching.Analysis;

/// <summary>What a token is: the one definition behind the matcher, SQLite and Elasticsearch.</summary>
public static class TextAnalyzer
{
    /// <summary>Analyses any string in linear time.</summary>
    public static IReadOnlyList<Token> Analyze(string text, AnalyzerKind kind = AnalyzerKind.Text) => throw new NotSupportedException();
}
