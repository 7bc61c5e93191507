using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Terms;

internal sealed class WordMatcher(string text) : TermMatcher
{
    private readonly ulong _hash = Analysis.TokenHash.Of(text);

    public override ulong? TokenHash => _hash;

    public override bool Matches(TextStream stream, int position) =>
        stream.Tokens.Hashes[position] == _hash && stream.Tokens.Form(position).SequenceEqual(text);
}

internal sealed class ExactMatcher(string text, string folded) : TermMatcher
{
    private readonly ulong _hash = Analysis.TokenHash.Of(text);
    private readonly ulong _folded = Analysis.TokenHash.Of(folded);

    public override ulong? TokenHash => _folded;

    public override bool Matches(TextStream stream, int position) =>
        stream.Tokens.Hashes[position] == _folded && stream.Exact.Hashes[position] == _hash && stream.Exact.Form(position).SequenceEqual(text);
}

internal sealed class StemMatcher(string stem) : TermMatcher
{
    private readonly ulong _hash = Analysis.TokenHash.Of(stem);

    public override bool Matches(TextStream stream, int position) =>
        stream.Stems.Hashes[position] == _hash && stream.Stems.Form(position).SequenceEqual(stem);
}

internal sealed class AnyMatcher : TermMatcher
{
    public static readonly AnyMatcher Instance = new();

    public override bool Matches(TextStream stream, int position) => true;
}
