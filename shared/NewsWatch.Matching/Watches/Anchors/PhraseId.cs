using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Anchors;

/// <summary>What the anchors of a watch are known by in the phrase index: its slot, and a bit for those that need no look at the watch.</summary>
internal static class PhraseId
{
    public static int Of(int slot, AnchorPlan plan) => (slot << 1) | (plan.Decides && plan.Mask == FieldMask.Default ? 0 : 1);

    /// <summary>The id of a watch that is found by a value, which is always looked at.</summary>
    public static int OfValue(int slot) => (slot << 1) | 1;

    /// <summary>Every id that the slot may have.</summary>
    public static int[] AllOf(int slot) => [slot << 1, (slot << 1) | 1];

    public static int Slot(int id) => id >> 1;

    /// <summary>Whether the watch holds wherever the anchor stands in title, summary or body, and looks nowhere else.</summary>
    public static bool IsPlain(int id) => (id & 1) == 0;
}
