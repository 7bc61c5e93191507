namespace NewsWatch.Benchmarks.Matching.Mixed;

/// <summary>What a watch set took to make and to change; kept without the set, so that its memory is free for the next.</summary>
/// <param name="ParseSeconds">Reading all queries, by the clock.</param>
/// <param name="BuildSeconds">Compiling them, by the clock.</param>
/// <param name="BytesEach">Memory that the set holds, a watch.</param>
/// <param name="Hits">Spans found in the whole corpus.</param>
/// <param name="AddMilliseconds">Reading and adding one more watch.</param>
internal sealed record WatchFigures(double ParseSeconds, double BuildSeconds, double BytesEach, long Hits, double AddMilliseconds);
