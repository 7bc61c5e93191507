using System.Text.RegularExpressions;

namespace NewsWatch.Formats.Text.Markup;

/// <summary>Reads past a document type. Nothing external is ever fetched; the few texts a document declares for itself are kept.</summary>
internal static partial class Doctype
{
    /// <summary>Returns the index behind the declaration that starts at <paramref name="at"/>.</summary>
    /// <exception cref="MarkupException">Its entities are built from one another, which only attacks do.</exception>
    public static int Read(string text, int at, Entities entities)
    {
        var end = text.IndexOf('>', at);
        var subset = text.IndexOf('[', at);
        if (end < 0) return text.Length;
        if (subset < 0 || subset > end) return end + 1;
        var close = SubsetEnd().Match(text, subset);
        var stop = close.Success ? close.Index : text.Length;
        Declare(text[subset..stop], entities);
        return close.Success ? close.Index + close.Length : text.Length;
    }

    private static void Declare(string subset, Entities entities)
    {
        foreach (Match match in InternalEntity().Matches(subset))
        {
            var (name, value) = (match.Groups["name"].Value, match.Groups["value"].Value);
            if (Nested().IsMatch(value)) throw new MarkupException($"The document declares the entity '{name}' by means of other entities; it was refused as a likely entity bomb.");
            if (value.Length > MarkupLimits.EntityText) throw new MarkupException($"The document declares the entity '{name}' with {value.Length} characters; it was refused as a likely entity bomb.");
            entities.Declare(name, new Entities().Resolve(value));
        }

        // A reference to something external is dropped, not shown.
        foreach (Match match in ExternalEntity().Matches(subset)) entities.Declare(match.Groups["name"].Value, "");
    }

    [GeneratedRegex(@"\]\s*>")]
    private static partial Regex SubsetEnd();

    [GeneratedRegex("""<!ENTITY\s+(?<name>[^\s%"'<>&;]+)\s+(?:"(?<value>[^"]*)"|'(?<value>[^']*)')""")]
    private static partial Regex InternalEntity();

    [GeneratedRegex(@"<!ENTITY\s+(?<name>[^\s%""'<>&;]+)\s+(?:SYSTEM|PUBLIC)\s")]
    private static partial Regex ExternalEntity();

    [GeneratedRegex(@"&(?!#|amp;|lt;|gt;|quot;|apos;)[^\s;&]{1,40};|%[^\s;%]{1,40};")]
    private static partial Regex Nested();
}
