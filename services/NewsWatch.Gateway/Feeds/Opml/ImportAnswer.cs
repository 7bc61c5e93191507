namespace NewsWatch.Gateway.Feeds.Opml;

/// <summary>What became of a subscription list.</summary>
/// <param name="Imported">Feeds that were added.</param>
/// <param name="Present">Feeds that were there already; they stay as they are.</param>
/// <param name="Skipped">What could not be taken, or not as it stood, with its line.</param>
public sealed record ImportAnswer(int Imported, int Present, IReadOnlyList<SkippedLine> Skipped);

/// <summary>A line of a list and what was wrong with it.</summary>
public sealed record SkippedLine(int Line, string Message);
