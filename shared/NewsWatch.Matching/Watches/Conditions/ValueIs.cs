using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Conditions;

/// <summary>lang: and domain: equal a value, url: contains it; ASCII letters compare without case.</summary>
internal sealed class ValueIs(Field field, string value) : Condition
{
    public override bool Holds(in Passage passage) => Find(passage) >= 0;

    public override void AddSpans(in Passage passage, SpanList spans) => spans.Add(new(field, Find(passage), value.Length));

    private int Find(in Passage passage)
    {
        var document = passage.Workspace.Text.Document;
        return field switch
        {
            Field.Lang => Equal(document.Lang),
            Field.Domain => Equal(document.Domain),
            _ => AsciiSearch.IndexOf(document.Url, value),
        };
    }

    private int Equal(string actual) => actual.Length == value.Length ? AsciiSearch.IndexOf(actual, value) : -1;
}

/// <summary>Looks for lower-case text in any text, letting only ASCII letters differ in case.</summary>
internal static class AsciiSearch
{
    public static int IndexOf(ReadOnlySpan<char> text, ReadOnlySpan<char> lower)
    {
        for (var at = 0; at + lower.Length <= text.Length; at++)
        {
            if (StartsWith(text[at..], lower)) return at;
        }

        return -1;
    }

    private static bool StartsWith(ReadOnlySpan<char> text, ReadOnlySpan<char> lower)
    {
        for (var i = 0; i < lower.Length; i++)
        {
            var c = char.IsAsciiLetterUpper(text[i]) ? (char)(text[i] | 0x20) : text[i];
            if (c != lower[i]) return false;
        }

        return true;
    }
}
