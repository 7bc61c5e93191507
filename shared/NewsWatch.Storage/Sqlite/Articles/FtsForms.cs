using System.Text;

namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>How tokens are written so that SQLite's <c>ascii</c> tokenizer, which folds ASCII capitals, keeps them apart.</summary>
internal static class FtsForms
{
    /// <summary>Stands between two values of a list; no analysis makes such a token.</summary>
    public const string Gap = "|";

    /// <summary>An exact form with a caret before each ASCII capital; no analysis makes a caret.</summary>
    public static string Exact(string token)
    {
        if (!token.AsSpan().ContainsAnyInRange('A', 'Z')) return token;
        var text = new StringBuilder(token.Length + 4);
        foreach (var c in token) text.Append(char.IsAsciiLetterUpper(c) ? "^" : "").Append(c);
        return text.ToString();
    }
}
