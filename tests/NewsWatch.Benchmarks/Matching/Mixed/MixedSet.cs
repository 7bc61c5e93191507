namespace NewsWatch.Benchmarks.Matching.Mixed;

/// <summary>How one watch set did.</summary>
/// <param name="Speed">Megabytes a second.</param>
/// <param name="OfIndex">The speed as a share of the bare index's.</param>
/// <param name="Figures">What else was measured.</param>
internal sealed record MixedSet(double Speed, double OfIndex, WatchFigures Figures);
