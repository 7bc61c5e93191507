using CsCheck;
using NewsWatch.Matching;

namespace NewsWatch.UnitTests.Matching.Watches;

/// <summary>Random documents over few words, with sentence ends and list values.</summary>
internal static class AnyDocument
{
    private static readonly Gen<string> Piece = Gen.Frequency(
        (3, Gen.OneOf("aid", "Aid", "lethal", "Lethal", "China", "china", "sanctions", "Sanction", "sanctioned")),
        (1, Gen.OneOf("non-lethal", "non‑lethal", "AT&T", "at t", "制裁", "制 裁", "WHO", "who", "Łódź", "lodz", "x", "y.", ". The", "!", "\n\n")));

    private static readonly Gen<string> Short = Piece.Array[0, 5].Select(p => string.Join(' ', p));

    public static Gen<Document> Any { get; } = Gen.Select(
        Short, Short, Piece.Array[0, 14].Select(p => string.Join(' ', p)), Gen.OneOf("Daily Aid", "NBCNEWS", ""),
        Gen.Select(Gen.OneOf("en", "DE", "und"), Gen.OneOf("example.org", "Example.org", "other.com"), Gen.OneOf("https://example.org/World/1", "https://other.com/2")),
        Gen.Select(Gen.OneOf("Ann Lee", "Ann", "Lee").Array[0, 3], Short.Array[0, 2]),
        (title, summary, body, source, place, lists) => new Document
        {
            Title = title,
            Summary = summary,
            Body = body,
            Source = source,
            Lang = place.Item1,
            Domain = place.Item2,
            Url = place.Item3,
            Author = lists.Item1,
            Tag = lists.Item2,
        });
}
