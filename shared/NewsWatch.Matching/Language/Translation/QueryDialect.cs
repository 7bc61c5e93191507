namespace NewsWatch.Matching.Language.Translation;

/// <summary>Where a query comes from.</summary>
public enum QueryDialect
{
    /// <summary>Google Alerts and Google News: OR binds tighter than words side by side.</summary>
    Google,

    /// <summary>Meltwater.</summary>
    Meltwater,

    /// <summary>Talkwalker: a plus sign keeps a word's spelling.</summary>
    Talkwalker,

    /// <summary>Lucene's query parser, as in Elasticsearch's query_string: words side by side mean OR.</summary>
    Lucene,
}
