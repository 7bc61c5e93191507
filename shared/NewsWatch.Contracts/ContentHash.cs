namespace NewsWatch.Contracts;

/// <summary>Fingerprint of what a revision counts: title, summary and body.</summary>
public static class ContentHash
{
    /// <summary>22 characters; equal for equal texts.</summary>
    public static string Of(string title, string summary, string body) => DerivedId.From(title, summary, body);
}
