namespace NewsWatch.Matching.Language.Tree;

/// <summary>A word or a phrase: the terms at successive positions of one value of one field.</summary>
/// <remarks>
/// A word is a phrase of one term. A written word may make several terms (<c>AT&amp;T</c> makes <c>at</c> and <c>t</c>, Han text one a character).
/// With a slop of n it holds where every term finds a position of its own such that <c>max(pᵢ − i) − min(pᵢ − i) ≤ n</c>,
/// i counting the terms from 0: Lucene's sloppy phrase. One step is one word moved by one place; two neighbours changing places cost 2.
/// </remarks>
/// <param name="Words">As written, with their signs: <c>=WHO</c>, <c>~sanction</c>, <c>sanct*</c>, <c>*</c>.</param>
/// <param name="Terms">What the words were analysed to; at least one, and not all <see cref="AnyTerm"/>.</param>
/// <param name="Slop">0 for an exact phrase, else 1 to <see cref="QueryLimits.MaxDistance"/>; always 0 for a single term.</param>
public sealed record PhraseNode(NodeList<string> Words, NodeList<Term> Terms, int Slop) : QueryNode;
