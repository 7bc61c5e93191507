using NewsWatch.Contracts;
using NewsWatch.Matching.Language.Fragments;

namespace NewsWatch.Gateway.Fragments;

/// <summary>A fragment as a person writes it. Server-made members may be sent back; they are ignored.</summary>
public sealed record FragmentInput(string? Name, string? Query, int? Version = null, DateTimeOffset? Created = null, DateTimeOffset? Updated = null, FragmentUsers? UsedBy = null)
{
    /// <summary>The fragment; whether it can be read depends on the others.</summary>
    /// <exception cref="FormatException">Something is missing or wrong; the message says what.</exception>
    public QueryFragment ToFragment(string? name, DateTimeOffset now, DateTimeOffset? created = null)
    {
        if (FragmentNames.Problem(name) is { } problem) throw new FormatException(problem);
        if (string.IsNullOrWhiteSpace(Query)) throw new FormatException("'query' is required.");
        return new QueryFragment { Name = name!, Query = Query.Trim(), Created = created ?? now, Updated = now };
    }
}
