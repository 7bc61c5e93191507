namespace NewsWatch.Matching.Watches.Texts;

/// <summary>A document as streams of tokens: title, summary, body and source one each, every author and every tag its own.</summary>
internal sealed class DocumentText
{
    private readonly List<TextStream> _streams = [];

    public Document Document { get; private set; } = new();

    public int Count { get; private set; }

    public TextStream this[int index] => _streams[index];

    public void Set(Document document)
    {
        Document = document;
        Count = 0;
        Add(Field.Title, document.Title, 0);
        Add(Field.Summary, document.Summary, 0);
        Add(Field.Body, document.Body, 0);
        Add(Field.Source, document.Source, 0);
        AddAll(Field.Author, document.Author);
        AddAll(Field.Tag, document.Tag);
    }

    // The offsets of a list's values are those in the values joined by one line feed.
    private void AddAll(Field field, IReadOnlyList<string> values)
    {
        var offset = 0;
        for (var i = 0; i < values.Count; i++)
        {
            Add(field, values[i], offset);
            offset += values[i].Length + 1;
        }
    }

    private void Add(Field field, string text, int offset)
    {
        if (text.Length == 0) return;
        if (Count == _streams.Count) _streams.Add(new TextStream());
        _streams[Count++].Set(field, text, offset);
    }
}
