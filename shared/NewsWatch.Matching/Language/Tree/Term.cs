namespace NewsWatch.Matching.Language.Tree;

/// <summary>What may stand at one position of a field's text. Every kind is listed in this file.</summary>
public abstract record Term
{
    private protected Term()
    {
    }
}

/// <summary>A folded word: equals the token of the <c>Text</c> analysis (<c>nw_text</c>).</summary>
/// <param name="Text">The token.</param>
public sealed record WordTerm(string Text) : Term;

/// <summary>A word in exact case and accents, <c>=WHO</c>: equals the token of the <c>Exact</c> analysis (<c>nw_exact</c>).</summary>
/// <param name="Text">The exact token.</param>
/// <param name="Folded">The same word as a <c>Text</c> token; wherever the exact token stands, this one stands too.</param>
public sealed record ExactTerm(string Text, string Folded) : Term;

/// <summary>A stemmed word, <c>~sanction</c>: equals the token of the <c>Stem</c> analysis (<c>nw_stem</c>).</summary>
/// <param name="Stem">The stem.</param>
public sealed record StemTerm(string Stem) : Term;

/// <summary>A word with wildcards, matched against the token of the <c>Text</c> analysis.</summary>
/// <param name="Prefix">The letters before the first wildcard, folded; never empty.</param>
/// <param name="Rest">From the first wildcard on: <c>*</c> is any run of characters, none included; <c>?</c> is exactly one (code point); everything else itself.</param>
public sealed record WildcardTerm(string Prefix, string Rest) : Term
{
    /// <summary>Whether it is a plain prefix such as <c>sanction*</c>.</summary>
    public bool IsPrefix => Rest == "*";
}

/// <summary>A star alone inside a phrase, <c>"Bank of *"</c>: exactly one word, whichever.</summary>
public sealed record AnyTerm : Term;
