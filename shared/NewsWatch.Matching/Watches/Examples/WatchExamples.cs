using NewsWatch.Matching.Language;
using NewsWatch.Matching.Watches.Explaining;

namespace NewsWatch.Matching.Watches.Examples;

/// <summary>Runs the examples that a watch carries.</summary>
public static class WatchExamples
{
    /// <summary>Checks a query against its examples.</summary>
    /// <returns>Those that fail, in order; none when all are as they should be.</returns>
    public static IReadOnlyList<RedExample> Check(WatchQuery query, IEnumerable<WatchExample> examples)
    {
        ArgumentNullException.ThrowIfNull(query);
        ArgumentNullException.ThrowIfNull(examples);
        var red = new List<RedExample>();
        foreach (var example in examples)
        {
            var explanation = WatchExplainer.Explain(query, ExampleText.Read(example.Text));
            if (explanation.Holds != example.MustMatch) red.Add(Red(example, explanation));
        }

        return red;
    }

    private static RedExample Red(WatchExample example, Explanation whole)
    {
        var decided = DecidingPart.Of(whole);
        var should = example.MustMatch ? "must match and does not" : "must not match and does";
        return new(example, decided.Part, $"This text {should}, because of {decided.Part}: {decided.Why}", whole);
    }
}

/// <summary>An example that fails.</summary>
/// <param name="Example">The example.</param>
/// <param name="Decided">The part of the query that decided, in the watch language.</param>
/// <param name="Why">As a sentence.</param>
/// <param name="Explanation">Of the whole query.</param>
public sealed record RedExample(WatchExample Example, string Decided, string Why, Explanation Explanation);
