using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Matching.Language.Parsing;
using NewsWatch.Matching.Language.Parsing.Mistakes;
using NewsWatch.Matching.Language.Printing;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language;

/// <summary>A parsed query of the watch language.</summary>
/// <remarks>
/// From tightest to loosest: a field or function and its group; NEAR and ONEAR; NOT and <c>-</c>; AND, written or not; OR. Parentheses override.
/// Operators are words in capitals; in lower case they are ordinary words.
/// </remarks>
public sealed class WatchQuery
{
    private WatchQuery(string text, QueryNode root, IReadOnlyList<QueryHint> hints)
    {
        Text = text;
        Root = root;
        Hints = hints;
        Fragments = FragmentNames.MayBeIn(text) ? FragmentUse.In(root) : [];
    }

    /// <summary>The query as written.</summary>
    public string Text { get; }

    /// <summary>Its syntax tree.</summary>
    public QueryNode Root { get; }

    /// <summary>The fragments it was read with, those that stand in fragments included; it must be read again when one of them changes.</summary>
    public IReadOnlyList<FragmentUse> Fragments { get; }

    /// <summary>What is allowed but may not be what was meant, such as <c>and</c> in lower case.</summary>
    public IReadOnlyList<QueryHint> Hints { get; }

    /// <summary>Reads a query that refers to no fragments.</summary>
    /// <exception cref="QuerySyntaxException">It is not well formed, or would match nearly everything.</exception>
    public static WatchQuery Parse(string text) => Parse(text, FragmentSet.None);

    /// <summary>Reads a query.</summary>
    /// <param name="text">Up to <see cref="QueryLimits.MaxLength"/> UTF-16 units.</param>
    /// <param name="fragments">Asked once for each name that the query refers to.</param>
    /// <exception cref="QuerySyntaxException">It is not well formed, would match nearly everything, or refers to a fragment that is missing, malformed or part of itself.</exception>
    public static WatchQuery Parse(string text, IFragmentSource fragments)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(fragments);
        var root = Parser.Parse(text, fragments, out var lexemes);
        return new(text, root, HintReader.Read(text, lexemes));
    }

    /// <summary>The query in canonical form: parsing it yields the same tree.</summary>
    public string ToCanonicalText() => CanonicalPrinter.Print(Root);

    /// <summary>The query in plain words, as a sentence.</summary>
    public string Explain() => PlainWords.Query(Root);

    /// <inheritdoc/>
    public override string ToString() => Text;
}
