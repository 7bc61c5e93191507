using NewsWatch.Matching.Analysis;

namespace NewsWatch.Storage.Articles;

/// <summary>An outlet's name as people compare it: case, accents and punctuation do not matter.</summary>
internal static class OutletKey
{
    /// <summary>The key; empty for an absent name.</summary>
    public static string Of(string? source)
    {
        if (string.IsNullOrWhiteSpace(source)) return "";
        var key = string.Join('_', TextAnalyzer.Analyze(source).Select(t => t.Text));
        return key.Length > 0 ? key : source.Trim().Replace(' ', '_');
    }
}
