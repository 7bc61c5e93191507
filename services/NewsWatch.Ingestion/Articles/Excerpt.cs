namespace NewsWatch.Ingestion.Articles;

internal static class Excerpt
{
    /// <summary>The beginning of a value, for an error message.</summary>
    public static string Of(string value) => value.Length <= 80 ? value : string.Concat(value.AsSpan(0, 77), "...");
}
