namespace NewsWatch.Matching.Phrases;

/// <summary>The tokens <c>First</c> to <c>Next - 1</c> of a text, which are most likely a phrase; of one that ends in a prefix only <c>Next</c> counts.</summary>
internal record struct Candidate(int First, int Next, ulong Hash)
{
    /// <summary>The first record to compare with, once it is known.</summary>
    public int Record { get; set; }
}
