using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Phrases;

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

    /// <summary>Whether a phrase may stand in it; only where it may are there tokens to be looked at.</summary>
    public bool MayHave(PhraseIndex phrases) => _text.IsFilled || phrases.MayMatch(Text, _text.Buffer);

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
        var first = Tokens.Start(start);
        return new(Field, Offset + first, Tokens.End(end - 1) - first);
    }

    private sealed class LazyTokens(AnalyzerKind kind)
    {
        public TokenBuffer Buffer { get; } = new();

        public bool IsFilled { get; private set; }

        public void Forget() => IsFilled = false;

        public TokenBuffer Of(string text)
        {
            if (IsFilled) return Buffer;
            Buffer.Fill(text, kind);
            IsFilled = true;
            return Buffer;
        }
    }
}
