namespace NewsWatch.Matching.Phrases;

/// <summary>The tokens <c>First</c> to <c>Next - 1</c> of a text, which may be a phrase or begin one.</summary>
internal readonly record struct Candidate(int First, int Next, ulong Hash);
