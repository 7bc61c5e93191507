using NewsWatch.Formats.Feeds;
using NewsWatch.Storage.Feeds;

namespace NewsWatch.Ingestion.Feeds;

/// <summary>How often a feed usually brings something, and whether it has fallen silent.</summary>
internal static class FeedRhythm
{
    /// <summary>Several items within this time are one piece of news: many outlets publish in batches.</summary>
    private static readonly TimeSpan Batch = TimeSpan.FromMinutes(5);

    private const int FewestGaps = 4;

    private const int MostArrivals = 20;

    /// <summary>Three times the usual gap is more than chance.</summary>
    private const int QuietAfterGaps = 3;

    /// <summary>The state with what <paramref name="document"/> says of the feed's rhythm.</summary>
    public static FeedState Learn(FeedState state, FeedDocument document, bool brought, bool first, DateTimeOffset now)
    {
        var dates = document.Items.Select(i => i.Published ?? i.Updated).OfType<DateTimeOffset>().Where(d => d <= now).ToList();
        IReadOnlyList<DateTimeOffset> arrivals = brought && !first ? [.. (state.Arrivals ?? []).TakeLast(MostArrivals - 1), now] : state.Arrivals ?? [];
        return state with
        {
            Arrivals = arrivals.Count > 0 ? arrivals : null,
            UsualGap = MedianGap(dates) ?? MedianGap(arrivals) ?? state.UsualGap,
            Newest = Latest(dates.Count > 0 ? dates.Max() : null, brought && (!first || dates.Count == 0) ? now : state.Newest),
        };
    }

    /// <summary>The state with <see cref="FeedState.QuietSince"/> set or cleared.</summary>
    public static FeedState Listen(FeedState state, DateTimeOffset now, FeedOptions options)
    {
        if (state.UsualGap is not { } gap || state.Newest is not { } newest) return state with { QuietSince = null };
        var patience = gap * QuietAfterGaps;
        if (patience < options.QuietAtLeast) patience = options.QuietAtLeast;
        return state with { QuietSince = now - newest > patience ? state.QuietSince ?? now : null };
    }

    /// <summary>The median of the gaps between pieces of news; <see langword="null"/> where there are too few to tell.</summary>
    public static TimeSpan? MedianGap(IEnumerable<DateTimeOffset> times)
    {
        var gaps = new List<TimeSpan>();
        DateTimeOffset? before = null;
        foreach (var time in times.Order())
        {
            if (before is { } last && time - last < Batch) continue;
            if (before is not null) gaps.Add(time - before.Value);
            before = time;
        }

        if (gaps.Count < FewestGaps) return null;
        gaps.Sort();
        return gaps[gaps.Count / 2];
    }

    private static DateTimeOffset? Latest(DateTimeOffset? one, DateTimeOffset? other) => one > other || other is null ? one : other;
}
