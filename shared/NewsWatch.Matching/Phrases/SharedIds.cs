using System.Runtime.InteropServices;

namespace NewsWatch.Matching.Phrases;

/// <summary>The ids of phrases that were added more than once, each phrase's side by side: many watches look for the same few words.</summary>
internal sealed class SharedIds
{
    private readonly List<(int Record, int Id)> _repeats = [];

    // For each phrase the number of its ids, and the ids.
    private int[] _ids = [];

    /// <summary>Size in bytes.</summary>
    public long Bytes => _ids.LongLength * sizeof(int);

    /// <summary>Notes one more id of a record that has one already.</summary>
    public void Add(int record, int id) => _repeats.Add((record, id));

    /// <summary>Puts the ids of each record noted together, its own first.</summary>
    public void Gather(PhraseRecords records)
    {
        if (_repeats.Count == 0) return;
        var repeats = CollectionsMarshal.AsSpan(_repeats);
        repeats.Sort(static (a, b) => a.Record != b.Record ? a.Record.CompareTo(b.Record) : a.Id.CompareTo(b.Id));
        var ids = new List<int>(2 * repeats.Length);
        for (int from = 0, to; from < repeats.Length; from = to)
        {
            for (to = from + 1; to < repeats.Length && repeats[to].Record == repeats[from].Record;) to++;
            var start = ids.Count;
            ids.Add(to - from + 1);
            ids.Add(records.Head(repeats[from].Record).Id);
            foreach (var repeat in repeats[from..to]) ids.Add(repeat.Id);
            records.Share(repeats[from].Record, start);
        }

        _ids = [.. ids];
        _repeats.Clear();
        _repeats.TrimExcess();
    }

    /// <summary>The ids that start at a place that <see cref="PhraseRecords.Share"/> was told.</summary>
    public ReadOnlySpan<int> At(int start) => _ids.AsSpan(start + 1, _ids[start]);
}
