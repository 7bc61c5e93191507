using System.Globalization;

namespace NewsWatch.Contracts;

/// <summary>An alert's identity: one a watch and article revision.</summary>
public static class AlertId
{
    /// <summary>Derives the id from the watch, the article and the article's revision.</summary>
    public static string Derive(string watchId, string articleId, int revision) =>
        DerivedId.From("alert", watchId, articleId, revision.ToString(CultureInfo.InvariantCulture));
}
