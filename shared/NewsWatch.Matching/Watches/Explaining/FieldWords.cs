using NewsWatch.Matching.Watches.Texts;

namespace NewsWatch.Matching.Watches.Explaining;

/// <summary>Names fields in sentences.</summary>
internal static class FieldWords
{
    public static string Of(Field field) => field switch
    {
        Field.Lang => "language",
        Field.Url => "address",
        Field.Source => "outlet's name",
        Field.Author => "authors",
        Field.Tag => "tags",
        _ => Fields.Name(field),
    };

    public static string Of(int mask) => Join(Enum.GetValues<Field>().Where(f => FieldMask.Has(mask, f)));

    public static string Join(IEnumerable<Field> fields)
    {
        var names = fields.Select(Of).ToList();
        return names.Count == 1 ? names[0] : string.Join(", ", names.SkipLast(1)) + " and " + names[^1];
    }
}
