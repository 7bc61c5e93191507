using NewsWatch.Contracts;
using NewsWatch.Gateway.Queries;
using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Storage.Catalogue;

namespace NewsWatch.Gateway.Fragments;

/// <summary>A fragment that is about to be stored, and what becomes of its users.</summary>
internal sealed class FragmentEdit
{
    private readonly FragmentSet _before;
    private readonly FragmentSet _after;
    private readonly FragmentUses _uses;

    /// <param name="edited">The fragment as it is to be.</param>
    /// <param name="stored">The fragments as they are.</param>
    /// <param name="watches">The watches.</param>
    public FragmentEdit(QueryFragment edited, IReadOnlyList<QueryFragment> stored, IReadOnlyList<Watch> watches)
    {
        Edited = edited;
        _before = stored.ToSet();
        QueryFragment[] after = [.. stored.Where(f => f.Name != edited.Name), edited];
        _after = after.ToSet();
        _uses = new FragmentUses(after, watches);
    }

    public QueryFragment Edited { get; }

    /// <summary>The fragments as they are to be.</summary>
    public IFragmentSource After => _after;

    /// <summary>The watches that it is part of.</summary>
    public IReadOnlyList<Watch> Watches => _uses.WatchesWith(Edited.Name);

    /// <summary>The other fragments that it is part of.</summary>
    public IReadOnlyList<QueryFragment> Fragments => [.. _uses.FragmentsWith(Edited.Name).Where(f => f.Name != Edited.Name)];

    /// <summary>What is right now and would be wrong then. What is wrong already stands in nobody's way: else two mistakes could not be mended one by one.</summary>
    public IReadOnlyList<BrokenUser> Broken() => [.. Fragments.Select(OfFragment).Concat(Watches.Select(OfWatch)).OfType<BrokenUser>()];

    private BrokenUser? OfFragment(QueryFragment fragment) =>
        QueryProblems.Of(fragment, _before) is null && QueryProblems.Of(fragment, _after) is { } why ? new BrokenUser(null, fragment.Name, $"@{fragment.Name}", why) : null;

    private BrokenUser? OfWatch(Watch watch) =>
        QueryProblems.Of(watch, _before) is null && QueryProblems.Of(watch, _after) is { } why ? new BrokenUser(watch.Id, null, watch.Name, why) : null;
}

/// <summary>A watch or a fragment that an edit would break.</summary>
/// <param name="Watch">Id of the watch, if it is one.</param>
/// <param name="Fragment">Name of the fragment, if it is one.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Why">What would be wrong with it, as a sentence.</param>
public sealed record BrokenUser(string? Watch, string? Fragment, string Name, string Why)
{
    /// <summary>All of it as a sentence.</summary>
    internal string Sentence => Watch is null ? $"The fragment {Name} would be wrong: {Why}" : $"The watch “{Name}” would be wrong: {Why}";
}
