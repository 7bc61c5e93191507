using NewsWatch.Contracts;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Fragments;

namespace NewsWatch.Gateway.Watches;

/// <summary>A watch as a person writes it. Server-made members may be sent back; they are ignored.</summary>
public sealed record WatchInput(
    string? Id, string? Name, string? Query, string? Topic, bool? Enabled, int? Version, DateTimeOffset? Created, DateTimeOffset? Updated, WatchExampleTexts? Examples = null)
{
    private const int MaxName = 200;

    /// <summary>The checked watch.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="fragments">Those that its query may name.</param>
    /// <param name="now">When it is edited.</param>
    /// <param name="created">When it was created, if not now.</param>
    /// <exception cref="QuerySyntaxException">The query cannot be read.</exception>
    /// <exception cref="RedExampleException">An example comes out wrong.</exception>
    /// <exception cref="FormatException">Something else is wrong; the message says what.</exception>
    public Watch ToWatch(string id, IFragmentSource fragments, DateTimeOffset now, DateTimeOffset? created = null)
    {
        if (string.IsNullOrWhiteSpace(Query)) throw new FormatException("'query' is required.");
        var query = WatchQuery.Parse(Query, fragments);
        if (Contracts.Topic.Problem(Topic) is { } problem) throw new FormatException(problem);
        var examples = ExampleCheck.Clean(Examples);
        if (ExampleCheck.FirstRed(query, examples) is { } red) throw new RedExampleException(red);
        var name = string.IsNullOrWhiteSpace(Name) ? Query.Trim() : Name.Trim();
        return new Watch
        {
            Id = id,
            Name = PrintableText.Cut(PrintableText.Of(name), MaxName),
            Query = Query.Trim(),
            Topic = Topic!,
            Enabled = Enabled ?? true,
            Examples = examples,
            Created = created ?? now,
            Updated = now,
        };
    }

    /// <summary>What is wrong with a chosen id, or <see langword="null"/>.</summary>
    public static string? IdProblem(string id)
    {
        if (id.Length is 0 or > 64 || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.'))
            return "'id' is 1 to 64 characters of A-Z, a-z, 0-9, '-', '_' and '.'; leave it out to be given one.";
        // An address cannot end in dots alone, and /watches/new is the editor.
        return id.Trim('.').Length == 0 || id == "new" ? $"'{id}' cannot be an id, since no address leads to it; choose another, or leave it out to be given one." : null;
    }
}
