using System.Globalization;
using NewsWatch.Benchmarks.Matching.Mixed;

namespace NewsWatch.Benchmarks.Matching;

/// <summary>What a run is to reach, beside what it reached.</summary>
/// <param name="What">What is measured.</param>
/// <param name="Measured">What came out.</param>
/// <param name="Bound">What it is to reach, or not to exceed.</param>
/// <param name="IsLeast">Whether the bound is the least.</param>
internal sealed record Mark(string What, double Measured, double Bound, bool IsLeast)
{
    private const int MemoryCounts = 100_000;

    private static readonly Dictionary<int, double> Ratios = new() { [10] = 1.2, [1_000] = 1.5, [10_000] = 2.5, [100_000] = 12, [1_000_000] = 6 };
    private static readonly Dictionary<int, double> BuildSeconds = new() { [100_000] = 0.5, [1_000_000] = 3 };

    /// <summary>Whether it is reached.</summary>
    public bool IsMet => IsLeast ? Measured >= Bound : Measured <= Bound;

    public static IEnumerable<Mark> Of(Comparison one)
    {
        if (!double.IsNaN(one.Ratio) && Ratios.TryGetValue(one.Phrases, out var ratio)) yield return Least(Spell(one.Phrases, "phrases, against Hyperscan"), one.Ratio, ratio);
        if (BuildSeconds.TryGetValue(one.Phrases, out var build)) yield return Most(Spell(one.Phrases, "phrases, seconds to build"), one.BuildSeconds, build);
        if (one.Phrases >= MemoryCounts) yield return Most(Spell(one.Phrases, "phrases, bytes each"), one.BytesEach, 200);
    }

    public static IEnumerable<Mark> Of(MixedRun one)
    {
        yield return Least(Spell(one.Watches, "mixed watches, share of the phrase index"), one.Mixed.OfIndex, 0.5);
        yield return Least(Spell(one.Watches, "mixed watches with one-word wildcards, share of the phrase index"), one.OneWordEach.OfIndex, 0.5);
        if (one.Watches < MemoryCounts) yield break;
        foreach (var (name, set) in new[] { ("mixed watches", one.Mixed), ("mixed watches with one-word wildcards", one.OneWordEach) })
        {
            yield return Most(Spell(one.Watches, $"{name}, bytes each"), set.Figures.BytesEach, 200);
            yield return Most(Spell(one.Watches, $"{name}, milliseconds to add one"), set.Figures.AddMilliseconds, 50);
        }
    }

    public static Mark Of(ThreadsRun one) => Least(Spell(one.Phrases, "phrases, what two threads gain as a share of what two cores give here"), one.Ratio / one.Arithmetic, 0.9);

    public static Mark Of(LanguageRun one) => Least($"news in {one.Language}, share of English", one.Ratio, 0.25);

    /// <summary>For adding one phrase to a million.</summary>
    public static Mark OfAdding(double milliseconds) => Most("a million phrases, milliseconds to add one", milliseconds, 50);

    /// <summary>A row of a table.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"| {What} | {Measured:0.###} | {(IsLeast ? "at least" : "at most")} {Bound} | {(IsMet ? "met" : "MISSED")} |");

    private static string Spell(int count, string what) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {what}");

    private static Mark Least(string what, double measured, double bound) => new(what, measured, bound, true);

    private static Mark Most(string what, double measured, double bound) => new(what, measured, bound, false);
}
