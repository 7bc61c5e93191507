using System.Collections.Immutable;
using NewsWatch.Contracts;
using NewsWatch.Matching.Watches;

namespace NewsWatch.Watcher.Watches;

/// <summary>All watches of one moment, compiled: readers see either the set before a change or the one after it.</summary>
internal sealed record WatchSnapshot(WatchSet Matcher, ImmutableDictionary<string, Watch> Watches, FragmentsInUse Fragments)
{
    public static WatchSnapshot Empty { get; } = new(WatchSet.Empty, ImmutableDictionary<string, Watch>.Empty.WithComparers(StringComparer.Ordinal), FragmentsInUse.None);
}
