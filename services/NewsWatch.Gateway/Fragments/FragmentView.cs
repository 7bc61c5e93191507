using NewsWatch.Contracts;

namespace NewsWatch.Gateway.Fragments;

/// <summary>A fragment with what it is part of.</summary>
public sealed record FragmentView(string Name, string Query, int Version, DateTimeOffset Created, DateTimeOffset Updated, FragmentUsers UsedBy)
{
    internal static FragmentView Of(QueryFragment fragment, FragmentUses uses) =>
        new(fragment.Name, fragment.Query, fragment.Version, fragment.Created, fragment.Updated, uses.Of(fragment.Name));
}
