using System.Collections.Frozen;
using NewsWatch.Contracts;
using NewsWatch.Matching.Watches;

namespace NewsWatch.Watcher.Watches;

/// <summary>All watches of one moment, compiled: readers see either the set before a change or the one after it.</summary>
internal sealed record WatchSnapshot(WatchSet Matcher, FrozenDictionary<string, Watch> Watches, FragmentsInUse Fragments)
{
    public static WatchSnapshot Empty { get; } = new(WatchSet.Empty, FrozenDictionary<string, Watch>.Empty, FragmentsInUse.None);
}
