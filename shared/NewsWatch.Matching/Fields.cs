namespace NewsWatch.Matching;

/// <summary>What is true of the fields.</summary>
public static class Fields
{
    /// <summary>Where a bare word or phrase looks: title, summary, body.</summary>
    public static IReadOnlyList<Field> Default { get; } = [Field.Title, Field.Summary, Field.Body];

    /// <summary>Whether the field's text is analysed to tokens; else its value is compared whole.</summary>
    public static bool IsText(Field field) => field is not (Field.Domain or Field.Lang or Field.Url);

    /// <summary>The field's name in the language, the API and the archive: <c>title</c>, <c>lang</c>, ….</summary>
    public static string Name(Field field) => field switch
    {
        Field.Title => "title",
        Field.Summary => "summary",
        Field.Body => "body",
        Field.Source => "source",
        Field.Domain => "domain",
        Field.Lang => "lang",
        Field.Author => "author",
        Field.Tag => "tag",
        Field.Url => "url",
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };
}
