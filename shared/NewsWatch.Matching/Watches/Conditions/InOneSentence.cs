using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Conditions;

/// <summary>SENTENCE: some sentence of one of the fields satisfies a condition.</summary>
internal sealed class InOneSentence(Condition condition, int mask) : Condition
{
    public override bool Holds(in Passage passage)
    {
        foreach (var part in passage.Parts(mask))
        {
            var start = 0;
            foreach (var end in part.Stream.Sentences)
            {
                if (condition.Holds(new Passage(passage.Workspace, new(part.Stream, start, end)))) return true;
                start = end;
            }
        }

        return false;
    }

    public override void AddSpans(in Passage passage, SpanList spans)
    {
        foreach (var part in passage.Parts(mask))
        {
            var start = 0;
            foreach (var end in part.Stream.Sentences)
            {
                var sentence = new Passage(passage.Workspace, new(part.Stream, start, end));
                if (condition.Holds(sentence)) condition.AddSpans(sentence, spans);
                start = end;
            }
        }
    }
}
