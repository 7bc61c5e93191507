namespace NewsWatch.Matching.Analysis;

/// <summary>The three ways of making tokens; all yield the same positions.</summary>
public enum AnalyzerKind
{
    /// <summary>Folded words, for words and phrases (<c>nw_text</c>).</summary>
    Text,

    /// <summary>Case and accents kept, for <c>=WHO</c> (<c>nw_exact</c>).</summary>
    Exact,

    /// <summary>Folded and stemmed (Porter), for <c>~sanction</c> (<c>nw_stem</c>).</summary>
    Stem,
}
