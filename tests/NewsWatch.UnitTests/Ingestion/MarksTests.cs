using NewsWatch.Benchmarks.Ingestion.Marks;

using Xunit;

namespace NewsWatch.UnitTests.Ingestion;

/// <summary>What ingestion reads right of the data that others made never falls below its floors.</summary>
public sealed class MarksTests
{
    public static TheoryData<int, string> Marks()
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < AllMarks.Table.Count; i++) data.Add(i, AllMarks.Table[i].Set);
        return data;
    }

    [Theory]
    [MemberData(nameof(Marks))]
    public void A_mark_stays_reached(int index, string set)
    {
        Assert.SkipUnless(DataFolder.Has(set), $"The data set '{set}' is not beside the project.");

        var mark = AllMarks.Table[index].Measure();

        Assert.True(mark.IsReached, $"{mark}{Environment.NewLine}{string.Join(Environment.NewLine, mark.Misses.Take(20))}");
    }
}
