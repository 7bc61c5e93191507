using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Conditions;

internal sealed class AllOf(Condition[] conditions) : Condition
{
    public override bool Holds(in Passage passage)
    {
        foreach (var condition in conditions)
        {
            if (!condition.Holds(passage)) return false;
        }

        return true;
    }

    public override void AddSpans(in Passage passage, SpanList spans)
    {
        foreach (var condition in conditions) condition.AddSpans(passage, spans);
    }
}

internal sealed class AnyOf(Condition[] conditions) : Condition
{
    public override bool Holds(in Passage passage)
    {
        foreach (var condition in conditions)
        {
            if (condition.Holds(passage)) return true;
        }

        return false;
    }

    public override void AddSpans(in Passage passage, SpanList spans)
    {
        foreach (var condition in conditions)
        {
            if (condition.Holds(passage)) condition.AddSpans(passage, spans);
        }
    }
}

/// <summary>Holds where the other does not, and so has no spans.</summary>
internal sealed class Absent(Condition condition) : Condition
{
    public override bool Holds(in Passage passage) => !condition.Holds(passage);

    public override void AddSpans(in Passage passage, SpanList spans)
    {
    }
}
