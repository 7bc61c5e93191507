using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Parsing;

/// <summary>What a query and the fragments it reads share: the fragments on the way down, those read already, depth and size.</summary>
/// <param name="source">Knows the fragments.</param>
internal sealed class ParseBudget(IFragmentSource source)
{
    private readonly Dictionary<(string Name, Field? Field), Known> _read = [];
    private readonly List<string> _open = [];

    public IFragmentSource Source => source;

    public int Depth { get; set; }

    public int Terms { get; set; }

    public IReadOnlyList<string> Open => _open;

    public void Enter(string fragment) => _open.Add(fragment);

    public void Leave() => _open.RemoveAt(_open.Count - 1);

    public Known? Find(string fragment, Field? field) => _read.TryGetValue((fragment, Context(field)), out var known) ? known : null;

    public void Keep(Field? field, Known known) => _read[(known.Node.Name, Context(field))] = known;

    // A fragment reads alike below every text field, but not below none: there it may name fields itself.
    private static Field? Context(Field? field) => field is { } f && Fields.IsText(f) ? Field.Title : field;

    /// <summary>A fragment that was read.</summary>
    /// <param name="Node">Its node.</param>
    /// <param name="Terms">How many terms it holds.</param>
    /// <param name="Height">How deep it is.</param>
    public readonly record struct Known(FragmentNode Node, int Terms, int Height);
}
