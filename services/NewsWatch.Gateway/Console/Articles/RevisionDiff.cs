using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace NewsWatch.Gateway.Console.Articles;

/// <summary>What changed in one field between two revisions: the changed paragraphs, each in pieces.</summary>
public sealed record FieldChange(string Field, IReadOnlyList<IReadOnlyList<ChangedPiece>> Paragraphs);

/// <summary>A piece of a changed paragraph.</summary>
public readonly record struct ChangedPiece(string Text, ChangeKind Kind);

public enum ChangeKind
{
    Same,
    Added,
    Removed,
}

/// <summary>Compares two revisions paragraph by paragraph, and changed paragraphs word by word.</summary>
internal static class RevisionDiff
{
    /// <summary>Longer paragraphs are shown whole, old and new: comparing their words would take too long.</summary>
    private const int LongestCompared = 20_000;

    private const int MostParagraphs = 50;

    private static readonly Differ Differ = Differ.Instance;

    public static IReadOnlyList<FieldChange> Between(Contracts.Article before, Contracts.Article after) =>
        [.. new[] { Of("title", before.Title, after.Title), Of("summary", before.Summary, after.Summary), Of("body", before.Body, after.Body) }.OfType<FieldChange>()];

    private static FieldChange? Of(string field, string before, string after)
    {
        if (before == after) return null;
        var lines = InlineDiffBuilder.Diff(Differ, before, after, ignoreWhiteSpace: false, ignoreCase: false, LineChunker.Instance).Lines;
        var paragraphs = new List<IReadOnlyList<ChangedPiece>>();
        for (var i = 0; i < lines.Count && paragraphs.Count < MostParagraphs;)
        {
            var removed = Run(lines, ref i, ChangeType.Deleted);
            var added = Run(lines, ref i, ChangeType.Inserted);
            if (removed.Count + added.Count == 0) i++;
            for (var k = 0; k < Math.Max(removed.Count, added.Count); k++) paragraphs.Add(Words(removed.ElementAtOrDefault(k) ?? "", added.ElementAtOrDefault(k) ?? ""));
        }

        return new FieldChange(field, paragraphs);
    }

    private static List<string> Run(List<DiffPiece> lines, ref int i, ChangeType kind)
    {
        var texts = new List<string>();
        for (; i < lines.Count && lines[i].Type == kind; i++)
        {
            if (!string.IsNullOrWhiteSpace(lines[i].Text)) texts.Add(lines[i].Text);
        }

        return texts;
    }

    private static List<ChangedPiece> Words(string before, string after)
    {
        if (before.Length == 0) return [new ChangedPiece(after, ChangeKind.Added)];
        if (after.Length == 0) return [new ChangedPiece(before, ChangeKind.Removed)];
        if (before.Length + after.Length > LongestCompared) return [new ChangedPiece(before, ChangeKind.Removed), new ChangedPiece(after, ChangeKind.Added)];
        var pieces = new List<ChangedPiece>();
        foreach (var word in InlineDiffBuilder.Diff(Differ, before, after, ignoreWhiteSpace: false, ignoreCase: false, WordChunker.Instance).Lines)
        {
            var kind = word.Type switch { ChangeType.Inserted => ChangeKind.Added, ChangeType.Deleted => ChangeKind.Removed, _ => ChangeKind.Same };
            if (pieces.Count > 0 && pieces[^1].Kind == kind) pieces[^1] = new ChangedPiece(pieces[^1].Text + word.Text, kind);
            else pieces.Add(new ChangedPiece(word.Text, kind));
        }

        return pieces;
    }
}
