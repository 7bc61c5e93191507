namespace NewsWatch.Matching.Watches.Examples;

/// <summary>A text that a watch must match, or must not.</summary>
/// <param name="Text">See <see cref="ExampleText"/> for how it becomes a document.</param>
/// <param name="MustMatch">Which of the two.</param>
public sealed record WatchExample(string Text, bool MustMatch);
