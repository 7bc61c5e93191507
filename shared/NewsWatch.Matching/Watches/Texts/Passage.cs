namespace NewsWatch.Matching.Watches.Texts;

/// <summary>What a condition is asked of: a whole document, or the tokens of one sentence.</summary>
internal readonly struct Passage
{
    private readonly Part _only;
    private readonly bool _isOne;

    public Passage(Workspace workspace) => Workspace = workspace;

    public Passage(Workspace workspace, Part only) => (Workspace, _only, _isOne) = (workspace, only, true);

    public Workspace Workspace { get; }

    /// <summary>The parts of it that lie in the fields of <paramref name="mask"/>; the sentence itself whatever the mask.</summary>
    public Enumerator Parts(int mask) => new(Workspace.Text, mask, _only, _isOne);

    /// <summary>Tokens of one stream from <paramref name="From"/> to before <paramref name="To"/>.</summary>
    public readonly record struct Part(TextStream Stream, int From, int To);

    public struct Enumerator(DocumentText text, int mask, Part only, bool isOne)
    {
        private int _next;

        public Part Current { get; private set; }

        public readonly Enumerator GetEnumerator() => this;

        public bool MoveNext()
        {
            if (isOne)
            {
                Current = only;
                return _next++ == 0;
            }

            while (_next < text.Count)
            {
                var stream = text[_next++];
                if (!FieldMask.Has(mask, stream.Field)) continue;
                Current = new(stream, 0, stream.Tokens.Count);
                return true;
            }

            return false;
        }
    }
}
