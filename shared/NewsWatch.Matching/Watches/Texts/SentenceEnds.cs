using System.Runtime.InteropServices;
using NewsWatch.Matching.Analysis.Sentences;

namespace NewsWatch.Matching.Watches.Texts;

/// <summary>The sentences of a stream as token positions, found when first asked.</summary>
internal sealed class SentenceEnds
{
    private readonly List<int> _ends = [];
    private bool _found;

    public void Forget() => _found = false;

    public ReadOnlySpan<int> Of(TextStream stream)
    {
        if (!_found) Find(stream);
        return CollectionsMarshal.AsSpan(_ends);
    }

    // A token belongs to the sentence that its first unit stands in.
    private void Find(TextStream stream)
    {
        _found = true;
        _ends.Clear();
        var starts = stream.Tokens.Starts;
        var position = 0;
        while (position < starts.Length)
        {
            var end = SentenceFinder.End(stream.Text, starts[position]);
            position++;
            while (position < starts.Length && starts[position] < end) position++;
            _ends.Add(position);
        }
    }
}
