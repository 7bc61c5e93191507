using CsCheck;
using NewsWatch.Matching.Watches;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Watches;

/// <summary>A list of chunks has what an array would have, and a changed copy leaves the one before as it was.</summary>
public sealed class ChunksTests
{
    private static readonly Gen<(int Number, int Item)[]> Change = Gen.Select(Gen.Int[0, 5_000], Gen.Int[1, 1_000_000]).Array[0, 50];

    [Fact]
    public void It_has_what_an_array_would_have() => Change.Array[1, 6].Sample(changes =>
    {
        var (chunks, model) = (Chunks<int>.Empty, Array.Empty<int>());
        foreach (var change in changes)
        {
            var (before, modelBefore) = (chunks, model);
            chunks = chunks.With(change);
            Array.Resize(ref model, Math.Max(model.Length, change.Select(one => one.Number + 1).DefaultIfEmpty(0).Max()));
            if (ReferenceEquals(model, modelBefore)) model = [.. model];
            foreach (var (number, item) in change) model[number] = item;
            Assert.Equal(modelBefore, Items(before));
            Assert.Equal(model, Items(chunks));
        }
    });

    private static int[] Items(Chunks<int> chunks) => [.. Enumerable.Range(0, chunks.Length).Select(number => chunks[number])];
}
