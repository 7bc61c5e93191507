namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>Every mark of ingestion, in the order of the report.</summary>
public static class AllMarks
{
    /// <summary>Name of the data set, and how to measure it.</summary>
    public static IReadOnlyList<(string Set, Func<Mark> Measure)> Table { get; } =
    [
        ("feeds-feedrs", FeedRsMarks.Documents),
        ("feeds-feedparser", FeedParserMarks.Assertions),
        ("feeds-feedparser", DateMarks.Shapes),
        ("feeds-real-snapshots", () => FeedMarks.RealSnapshots("feeds-real-snapshots")),
        ("feeds-codehollow", () => FeedMarks.RealSnapshots("feeds-codehollow")),
        ("feeds-feedvalidator", () => FeedMarks.Robustness("feeds-feedvalidator")),
        ("feeds-rome", () => FeedMarks.Robustness("feeds-rome")),
        ("charset-chardet", CharsetMarks.Chardet),
        ("charset-html5lib", CharsetMarks.Html5Lib),
        ("url-canonical-tests", UrlMarks.Equivalence),
        ("url-tracking-rules", UrlMarks.Tracking),
        ("url-wpt", UrlMarks.WebPlatform),
        ("sec-ssrf", GuardMarks.Urls),
        ("sec-html-sanitise", SanitiseMarks.Attacks),
        ("robots-google", RobotsMarks.Google),
        ("robots-protego", RobotsMarks.Protego),
        ("opml-real", ListMarks.RealOpml),
        ("sitemaps-news", ListMarks.Sitemaps),
        ("html-trafilatura", PageMarks.Segments),
        ("html-trafilatura", PageMarks.Dates),
        ("html-trafilatura", PageMarks.Authors),
        ("html-trafilatura", PageMarks.Titles),
        ("html-goose3", PageMarks.Goose),
        ("lang-lingua", LanguageMarks.Sentences),
        ("dup-rss2026-updates", UpdateMarks.Words),
        ("dup-rss2026-updates", UpdateMarks.Punctuation),
        ("sec-naughty-strings", NaughtyMarks.Strings),
        ("sec-xml", () => FeedMarks.Robustness("sec-xml")),
    ];
}
