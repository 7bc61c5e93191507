using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsWatch.Ingestion.Articles;

/// <summary>What stands in an article's text without belonging to it, and changes while the article does not.</summary>
/// <remarks>The patterns that try more than one way see only short lines, and the one that sees all does not. So none has a time limit, which on a busy machine would strike the innocent.</remarks>
internal static partial class Furniture
{
    /// <summary>No clock, counter or advertisement is longer.</summary>
    private const int LongestLine = 120;

    /// <summary>Without one of these there is nothing in a line that moves; looking for them is much quicker than trying the pattern.</summary>
    private static readonly SearchValues<string> MovingWords =
        SearchValues.Create(["ago", "comments", "shares", "views", "likes", "reactions", "replies"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The text without lines that are furniture, and with the moving parts of the others taken out.</summary>
    public static string Without(string text) => HasAny(text) ? Cut(text) : text;

    private static bool HasAny(string text)
    {
        if (text.AsSpan().ContainsAny(MovingWords)) return true;
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (IsFurniture(line)) return true;
        }

        return false;
    }

    private static string Cut(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            if (IsFurniture(line)) continue;
            if (line.ContainsAny(MovingWords)) kept.Append(Moving().Replace(line.ToString(), " "));
            else kept.Append(line);
            kept.Append('\n');
        }

        return kept.ToString();
    }

    private static bool IsFurniture(ReadOnlySpan<char> line) =>
        line.Length is > 0 and <= LongestLine && (Clock().IsMatch(line) || Counter().IsMatch(line) || Advertisement().IsMatch(line));

    // "Last updated: Tue 24 Nov 2026, 10.42 GMT", "3 minutes ago", "Published 2 hours ago", "5 min read": a word about time, and else only times.
    [GeneratedRegex(
        """
        ^[\W_]*(?:(?:last|first|was|article|story|this)\s+)*(?:updated?|modified|posted|published|edited|aktualisiert|veröffentlicht|stand|mis\s+à\s+jour|publié|actualizado|publicado|aggiornato|pubblicato|обновлено|опубликовано)
        (?>(?:[\W_]|\d+(?:st|nd|rd|th|am|pm|h|m)?\b|\b(?:at|on|the|um|am|le|à|el|il|a|an|and|ago|vor|hace|fa|il\s+y\s+a|uhr|just|now|today|yesterday|heute|gestern|minutes?|mins?|hours?|hrs?|seconds?|secs?|days?|minuten?|stunden?|tagen?|heures?|horas?|minutos?|ore|minuti|min|read|h|m|s|am|pm|gmt|utc|bst|est|edt|cet|cest|pst|pdt|ist|jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sep(?:t(?:ember)?)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|mon(?:day)?|tue(?:s(?:day)?)?|wed(?:nesday)?|thu(?:rs(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)\b)*)$
        |^[\W_]*(?:\d+|an?|one)\s*(?:minutes?|mins?|hours?|hrs?|seconds?|secs?|days?|weeks?)\s+ago[\W_]*$
        |^[\W_]*(?:estimated\s+)?(?:reading\s+time\W+)?\d+\W?min(?:ute)?s?\W?(?:read|de\s+lecture|de\s+lectura|lesezeit)?[\W_]*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Clock();

    // "12 comments", "1.2k shares · 340 views", "Comments (12)", "Share".
    [GeneratedRegex(
        """
        ^(?=.*\b(?:comments?|shares?|views?|likes?|reactions?|replies|reads?|retweets?|kommentare?|commentaires?|comentarios?|commenti|share)\b)
        (?>(?:[\W_]|\d[\d.,]*\s*[km]?\b|\b(?:comments?|shares?|views?|likes?|reactions?|replies|reads?|retweets?|kommentare?|commentaires?|comentarios?|commenti|leave\s+a\s+comment|share|save|print)\b)+)$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Counter();

    [GeneratedRegex(
        """
        ^[\W_]*(?:advertisements?|sponsored(?:\s+content)?|promoted|anzeige|werbung|publicité|publicidad|pubblicità|реклама)(?:\W+(?:continue\s+reading\s+below|scroll\s+to\s+continue|story\s+continues\s+below))?[\W_]*$
        |^[\W_]*(?:(?:story|article)\s+continues\s+(?:below|after)|continue\s+reading\s+below|scroll\s+(?:down\s+)?to\s+continue)[\s\w]{0,30}[\W_]*$
        |^[\W_]*(?:read\s+more|also\s+read|read\s+also|see\s+also|related|more\s+on\s+this|lesen\s+sie\s+auch|à\s+lire\s+aussi|lea\s+también|leggi\s+anche|читайте\s+также)\s*:.*$
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Advertisement();

    // In the middle of a text: how long ago, and how many comments.
    [GeneratedRegex(
        @"\b(?:(?:last\s+)?(?:updated|posted|published)\s*:?\s*)?\b(?:\d+|an?)\s+(?:seconds?|minutes?|mins?|hours?|hrs?)\s+ago\b|\b\d[\d.,]*[km]?\s+(?:comments|shares|views|likes|reactions|replies)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Moving();
}
