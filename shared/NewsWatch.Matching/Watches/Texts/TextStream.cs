using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Watches.Texts;

/// <summary>One value of one field, analysed when first asked. Reused from document to document.</summary>
internal sealed class TextStream
{
    private readonly LazyTokens _text = new(AnalyzerKind.Text);
    private readonly LazyTokens _exact = new(AnalyzerKind.Exact);
    private readonly LazyTokens _stem = new(AnalyzerKind.Stem);
    private readonly SentenceEnds _sentences = new();

    public string Text { get; private set; } = "";

    public Field Field { get; private set; }

    /// <summary>Where this value starts in its field.</summary>
    public int Offset { get; private set; }

    public TokenBuffer Tokens => _text.Of(Text);

    public TokenBuffer Exact => _exact.Of(Text);

    public TokenBuffer Stems => _stem.Of(Text);

    /// <summary>For each sentence the position one past its last token.</summary>
    public ReadOnlySpan<int> Sentences => _sentences.Of(this);

    public void Set(Field field, string text, int offset)
    {
        (Field, Text, Offset) = (field, text, offset);
        _text.Forget();
        _exact.Forget();
        _stem.Forget();
        _sentences.Forget();
    }

    /// <summary>The place of the tokens from <paramref name="start"/> to before <paramref name="end"/> in the field's text.</summary>
    public MatchSpan Span(int start, int end)
    {
        var first = Tokens.Starts[start];
        return new(Field, Offset + first, Tokens.Ends[end - 1] - first);
    }

    private sealed class LazyTokens(AnalyzerKind kind)
    {
        private readonly TokenBuffer _buffer = new();
        private bool _filled;

        public void Forget() => _filled = false;

        public TokenBuffer Of(string text)
        {
            if (_filled) return _buffer;
            _buffer.Fill(text, kind);
            _filled = true;
            return _buffer;
        }
    }
}
