namespace NewsWatch.Matching.Watches.Texts;

/// <summary>Sets of fields as bits.</summary>
internal static class FieldMask
{
    public static readonly int Default = Of(Field.Title) | Of(Field.Summary) | Of(Field.Body);

    public static int Of(Field field) => 1 << (int)field;

    public static bool Has(int mask, Field field) => (mask & Of(field)) != 0;
}
