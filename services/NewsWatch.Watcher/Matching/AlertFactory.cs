using NewsWatch.Contracts;
using NewsWatch.Matching;
using NewsWatch.Matching.Analysis.Sentences;

namespace NewsWatch.Watcher.Matching;

/// <summary>Makes an alert from a watch that holds and the places where it does.</summary>
internal sealed class AlertFactory(TimeProvider clock)
{
    /// <summary>A watch on a frequent word may hold at thousands of places; a reader needs the first.</summary>
    private const int MostMatches = 100;

    public AlertRaised Create(Watch watch, Article article, Document document, ReadOnlySpan<MatchSpan> spans)
    {
        var matches = new List<AlertMatch>(Math.Min(spans.Length, MostMatches));
        foreach (var span in spans[..Math.Min(spans.Length, MostMatches)]) matches.Add(MatchOf(document, span));
        return new AlertRaised
        {
            Id = AlertId.Derive(watch.Id, article.Id, article.Revision),
            Topic = watch.Topic,
            Raised = Now(),
            Watch = new AlertWatch { Id = watch.Id, Name = watch.Name, Version = watch.Version, Query = watch.Query },
            Article = AlertArticle.From(article),
            Matches = matches,
        };
    }

    /// <summary>To the millisecond, as cursors count: else the order of the list would not be that of what it shows.</summary>
    private DateTimeOffset Now() => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    private static AlertMatch MatchOf(Document document, MatchSpan span)
    {
        var text = document.TextOf(span.Field);
        var (start, length) = SentenceFinder.Around(text, span.Start, span.Length);
        return new AlertMatch
        {
            Field = Fields.Name(span.Field),
            Start = span.Start,
            Length = span.Length,
            Text = text.Substring(span.Start, span.Length),
            Sentence = text.Substring(start, length),
            SentenceStart = start,
        };
    }
}
