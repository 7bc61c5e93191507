using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Matching.Language.Parsing.Lexing;
using NewsWatch.Matching.Language.Parsing.Mistakes;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Parsing;

/// <summary>What a query and the fragments it reads share: the fragments on the way down, those read already, depth and size.</summary>
/// <param name="source">Knows the fragments.</param>
internal sealed class ParseBudget(IFragmentSource source)
{
    private readonly Dictionary<(string Name, Field? Field), Known> _read = [];
    private readonly List<string> _open = [];
    private int _depth;

    public IFragmentSource Source => source;

    /// <summary>How many terms were read so far, those of fragments counted each time.</summary>
    public int Terms { get; private set; }

    public IReadOnlyList<string> Open => _open;

    public void Enter(string fragment) => _open.Add(fragment);

    public void Leave() => _open.RemoveAt(_open.Count - 1);

    /// <summary>Counts terms that were read.</summary>
    /// <exception cref="QuerySyntaxException">They are too many; said of the lexeme that brought them.</exception>
    public void Spend(int terms, string text, Lexeme lexeme)
    {
        Terms += terms;
        if (Terms > QueryLimits.MaxTerms)
            throw QueryError.At(text, lexeme, "The query is too large.", $"at most {QueryLimits.MaxTerms:N0} words, those of its fragments counted");
    }

    /// <summary>One level further down, until it is disposed of.</summary>
    /// <exception cref="QuerySyntaxException">That is too deep.</exception>
    public Nesting Deeper(string text, Lexeme lexeme)
    {
        _depth++;
        CheckDepth(0, text, lexeme);
        return new(this);
    }

    /// <summary>Refuses what has so many levels below this one.</summary>
    public void CheckDepth(int below, string text, Lexeme lexeme)
    {
        if (_depth + below > QueryLimits.MaxDepth)
            throw QueryError.At(text, lexeme, "The query is nested too deeply.", $"at most {QueryLimits.MaxDepth} levels, those of its fragments counted");
    }

    public Known? Find(string fragment, Field? field) => _read.TryGetValue((fragment, Context(field)), out var known) ? known : null;

    public void Keep(Field? field, Known known) => _read[(known.Node.Name, Context(field))] = known;

    // A fragment reads alike below every text field, but not below none: there it may name fields itself.
    private static Field? Context(Field? field) => field is { } f && Fields.IsText(f) ? Field.Title : field;

    /// <summary>A level of nesting, which ends when it is disposed of.</summary>
    public readonly struct Nesting(ParseBudget budget) : IDisposable
    {
        public void Dispose() => budget._depth--;
    }

    /// <summary>A fragment that was read.</summary>
    /// <param name="Node">Its node.</param>
    /// <param name="Terms">How many terms it holds.</param>
    /// <param name="Height">How deep it is.</param>
    public readonly record struct Known(FragmentNode Node, int Terms, int Height);
}
