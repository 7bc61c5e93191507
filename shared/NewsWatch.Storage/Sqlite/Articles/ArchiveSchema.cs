using NewsWatch.Storage.Sqlite.Files;

namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>archive.db: articles, their older revisions, the full-text index, alerts.</summary>
internal static class ArchiveSchema
{
    // The index holds our own tokens, joined by spaces: SQLite's tokenizer does no more than split at them. ASCII capitals fold to small letters there, which our tokens have none of.
    private const string Tokenizer = """ascii separators ' ' tokenchars '!"#$%&''()*+,-./:;<=>?@[\]^_`{|}~'""";

    /// <summary>The file's schema.</summary>
    public static SqliteSchema Schema { get; } = new(
        $"""
        -- num grows with seen (milliseconds, then a tie breaker), so walking it backwards is newest first and a range of time is a range of num.
        CREATE TABLE article(
          num INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, revision INTEGER NOT NULL, hash TEXT NOT NULL,
          seen INTEGER NOT NULL, revised INTEGER NOT NULL, published INTEGER,
          lang TEXT NOT NULL, source TEXT, domain TEXT, url TEXT, author TEXT NOT NULL, tag TEXT NOT NULL,
          title TEXT NOT NULL, summary TEXT NOT NULL, body TEXT NOT NULL);
        CREATE INDEX article_published ON article(published, num);
        CREATE TABLE revision(
          num INTEGER NOT NULL, revision INTEGER NOT NULL, hash TEXT NOT NULL, content TEXT NOT NULL, UNIQUE(num, revision));
        CREATE VIRTUAL TABLE words USING fts5(
          title, summary, body, source, author, tag, lang, domain, outlet, exact, stem,
          content='', contentless_delete=1, tokenize="{Tokenizer.Replace("\"", "\"\"", StringComparison.Ordinal)}");
        CREATE TABLE alert(
          id TEXT PRIMARY KEY, raised INTEGER NOT NULL, topic TEXT NOT NULL, watch TEXT NOT NULL, article TEXT NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
        CREATE INDEX alert_raised ON alert(raised, id);
        CREATE INDEX alert_topic ON alert(topic, raised, id);
        CREATE INDEX alert_watch ON alert(watch, raised, id);
        CREATE INDEX alert_article ON alert(article, raised, id);
        CREATE TABLE topic(name TEXT PRIMARY KEY) WITHOUT ROWID;
        """,
        """
        -- When the alert's article was first seen: an alert goes with its article's month.
        ALTER TABLE alert ADD COLUMN seen INTEGER NOT NULL DEFAULT 0;
        UPDATE alert SET seen = unixepoch(content ->> '$.article.seen') * 1000;
        CREATE INDEX alert_seen ON alert(seen);
        """,
        """
        -- Counts the articles of each outlet without reading the articles.
        CREATE INDEX article_source ON article(source);
        """);
}
