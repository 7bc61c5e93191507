using System.Globalization;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>How much of a data set is read right.</summary>
/// <param name="Name">What is measured.</param>
/// <param name="Set">Folder of the data set.</param>
/// <param name="Right">Cases read as they should be.</param>
/// <param name="Total">Cases.</param>
/// <param name="Floor">The share that is to be reached.</param>
public sealed record Mark(string Name, string Set, int Right, int Total, double Floor)
{
    /// <summary>The cases that were not, each in a line.</summary>
    public IReadOnlyList<string> Misses { get; init; } = [];

    /// <summary>Right out of total.</summary>
    public double Share => Total == 0 ? 0 : (double)Right / Total;

    /// <summary>Whether the floor is reached.</summary>
    public bool IsReached => Total > 0 && Share >= Floor;

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Name}: {Right}/{Total} = {Share:P2} (floor {Floor:P1})");
}

/// <summary>Counts cases into a mark.</summary>
internal sealed class MarkCounter
{
    private readonly List<string> _misses = [];
    private int _right;
    private int _total;

    public void Count(bool right, Func<string> miss)
    {
        _total++;
        if (right) _right++;
        else _misses.Add(miss());
    }

    public Mark ToMark(string name, string set, double floor) => new(name, set, _right, _total, floor) { Misses = _misses };
}
