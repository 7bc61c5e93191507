namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>How tokens are written so that SQLite's <c>ascii</c> tokenizer, which folds ASCII capitals, keeps them apart.</summary>
internal static class FtsForms
{
    /// <summary>Stands between two values of a list; no analysis makes such a token.</summary>
    public const string Gap = "|";

    /// <summary>An exact form with a caret before each ASCII capital; no analysis makes a caret.</summary>
    public static string Exact(string token)
    {
        Span<char> marked = stackalloc char[2 * token.Length];
        return new string(marked[..MarkCapitals(token, marked)]);
    }

    /// <summary>Writes a token with a caret before each ASCII capital, at most twice its length, and tells how long it became.</summary>
    public static int MarkCapitals(ReadOnlySpan<char> token, Span<char> marked)
    {
        var length = 0;
        foreach (var c in token)
        {
            if (char.IsAsciiLetterUpper(c)) marked[length++] = '^';
            marked[length++] = c;
        }

        return length;
    }
}
