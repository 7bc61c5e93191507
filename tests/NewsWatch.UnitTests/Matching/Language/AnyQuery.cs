using CsCheck;
using NewsWatch.Matching.Language;

namespace NewsWatch.UnitTests.Matching.Language;

/// <summary>Random queries over few words, so that they often hold for <see cref="Watches.AnyDocument"/>.</summary>
internal static class AnyQuery
{
    private static readonly Gen<string> Word = Gen.OneOf("aid", "lethal", "China", "sanctions", "non-lethal", "AT&T", "制裁", "who", "Łódź");

    private static readonly Gen<string> Signed = Gen.OneOf("=WHO", "=Aid", "~sanction", "sanct*", "san?tion", "chi*a", "制*", "leth*");

    private static readonly Gen<string> InPhrase = Gen.Frequency((5, Word), (2, Signed), (1, Gen.Const("*")));

    private static readonly Gen<string> Phrase = InPhrase.Array[1, 4].Select(words => $"\"{string.Join(' ', words)}\"");

    private static readonly Gen<string> Term = Gen.Frequency((4, Word), (2, Signed), (3, Phrase));

    private static readonly Gen<string> Loose = Gen.Select(Word.Array[2, 3], Gen.Int[1, 4], (words, slop) => $"\"{string.Join(' ', words)}\"~{slop}");

    private static readonly Gen<string> Value = Gen.OneOf("lang:en", "lang:(de OR fr)", "domain:example.org", "url:/world/", "source:daily", "author:\"Ann Lee\"", "tag:aid");

    /// <summary>Texts, almost all of which can be read; none that cannot is kept.</summary>
    public static Gen<string> Text { get; } = Any(3).Where(CanBeRead);

    /// <summary>Read queries.</summary>
    public static Gen<WatchQuery> Parsed { get; } = Text.Select(WatchQuery.Parse);

    /// <summary>A NEAR or ONEAR of words and phrases.</summary>
    public static Gen<WatchQuery> Nears { get; } = Near(0).Where(CanBeRead).Select(WatchQuery.Parse);

    private static Gen<string> Any(int depth)
    {
        if (depth == 0) return Gen.Frequency((6, Term), (1, Loose), (1, Value));
        var inner = Any(depth - 1);
        return Gen.Frequency(
            (4, Term),
            (3, Joined(inner, " OR ")),
            (3, Joined(inner, " AND ")),
            (2, inner.Select(i => $"NOT ({i})")),
            (3, Near(depth)),
            (1, Gen.Select(Places(1), Gen.Int[2, 3], (p, n) => $"ATLEAST/{n}({p})")),
            (1, Sentence(depth - 1).Select(s => $"SENTENCE({s})")),
            (1, Gen.Select(Gen.OneOf("title", "summary", "body", "tag"), Sentence(1), (f, s) => $"{f}:({s})")));
    }

    private static Gen<string> Joined(Gen<string> inner, string between) => inner.Array[2, 3].Select(parts => string.Join(between, parts.Select(p => $"({p})")));

    private static Gen<string> Near(int depth) => Gen.Select(Places(depth - 1).Array[2, 3], Gen.Int[0, 4], Gen.Bool,
        (places, n, ordered) => string.Join(ordered ? $" ONEAR/{n} " : $" NEAR/{n} ", places.Select(p => $"({p})")));

    private static Gen<string> Places(int depth) => depth <= 0
        ? Gen.Frequency((3, Word), (2, Signed), (2, Phrase))
        : Gen.Frequency((3, Term), (2, Joined(Places(depth - 1), " OR ")), (1, Near(depth)));

    private static Gen<string> Sentence(int depth) => depth <= 0
        ? Gen.Frequency((4, Term), (1, Loose))
        : Gen.Frequency((3, Term), (2, Joined(Sentence(depth - 1), " AND ")), (1, Joined(Sentence(depth - 1), " OR ")), (1, Near(1)), (1, Sentence(depth - 1).Select(s => $"(aid AND NOT ({s}))")));

    private static bool CanBeRead(string text)
    {
        try
        {
            WatchQuery.Parse(text);
            return true;
        }
        catch (QuerySyntaxException)
        {
            return false;
        }
    }
}
