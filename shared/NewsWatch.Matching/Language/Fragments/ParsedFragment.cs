using NewsWatch.Matching.Language.Parsing;
using NewsWatch.Matching.Language.Parsing.Mistakes;
using NewsWatch.Matching.Language.Printing;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Fragments;

/// <summary>A fragment that can be read by itself. Unlike a query it may hold for every article, as <c>-sport -weather</c> does: what it stands in decides.</summary>
public sealed class ParsedFragment
{
    private ParsedFragment(QueryNode root, IReadOnlyList<QueryHint> hints)
    {
        Root = root;
        Hints = hints;
        Fragments = FragmentUse.In(root);
    }

    /// <summary>Its syntax tree.</summary>
    public QueryNode Root { get; }

    /// <summary>The other fragments it was read with, those inside them included.</summary>
    public IReadOnlyList<FragmentUse> Fragments { get; }

    /// <summary>What is allowed but may not be what was meant.</summary>
    public IReadOnlyList<QueryHint> Hints { get; }

    /// <summary>Reads a fragment.</summary>
    /// <param name="fragment">Columns of an error count in its text.</param>
    /// <param name="others">The fragments that it may refer to; one of its own name there is not asked for.</param>
    /// <exception cref="QuerySyntaxException">It is not well formed, or contains itself; then the message shows on which way.</exception>
    public static ParsedFragment Parse(Fragment fragment, IFragmentSource others)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        ArgumentNullException.ThrowIfNull(others);
        var budget = new ParseBudget(others);
        budget.Enter(fragment.Name);
        var root = Parser.ParsePart(fragment.Text, budget, null, out var lexemes);
        return new(root, HintReader.Read(fragment.Text, lexemes));
    }

    /// <summary>The fragment in canonical form.</summary>
    public string ToCanonicalText() => CanonicalPrinter.Print(Root);

    /// <summary>The fragment in plain words, as a sentence.</summary>
    public string Explain() => PlainWords.Query(Root);
}
