using System.Text.RegularExpressions;
using NewsWatch.Formats.Text;
using NewsWatch.Formats.Text.Markup;

namespace NewsWatch.Formats.Feeds;

/// <summary>People's names out of the ways feeds write them.</summary>
internal static partial class Persons
{
    /// <summary>The name in an author element, or an empty string.</summary>
    public static string NameOf(Element person)
    {
        var name = person.First("name") ?? person.First("Description")?.First("value");
        if (name is not null) return PlainText.Line(FeedText.OfUnknown(name.Text));
        return person.First("email") is { } email ? PlainText.Line(email.Text) : OfText(FeedText.OfRss(person));
    }

    /// <summary><c>ann@example.org (Ann Example)</c> and <c>Ann Example &lt;ann@example.org&gt;</c> → <c>Ann Example</c>.</summary>
    public static string OfText(string text)
    {
        var line = PlainText.Line(text);
        if (InParentheses().Match(line) is { Success: true } match) return match.Groups[1].Value.Trim();
        var without = MailAddress().Replace(line, "").Trim(' ', '-', '(', ')', ',', '"');
        return without.Length > 0 ? without : line;
    }

    /// <summary>Names without repetitions, in their order.</summary>
    public static List<string> Distinct(IEnumerable<string> names) => names.Where(n => n.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();

    [GeneratedRegex(@"^(?:mailto:)?[^\s@()]+@[^\s@()]+\s*\(([^()]+)\)$")]
    private static partial Regex InParentheses();

    [GeneratedRegex(@"[<(\[]?(?:mailto:)?[^\s@<>()\[\]]+@[^\s@<>()\[\]]+\.[^\s@<>()\[\]]+[>)\]]?")]
    private static partial Regex MailAddress();
}
