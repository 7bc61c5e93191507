using System.Net;
using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.Matching.Language;
using NewsWatch.Matching.Language.Fragments;
using Spectre.Console;

namespace NewsWatch.Cli.Errors;

/// <summary>A query that cannot be read: shown with a caret under the place.</summary>
internal sealed class QueryRefusedException(string query, string message, int column, string? suggestion) : Exception(message)
{
    public string Query => query;

    /// <summary>1-based, in UTF-16 units.</summary>
    public int Column => column;

    /// <summary>The query as it was probably meant.</summary>
    public string? Suggestion => suggestion;

    /// <summary>Reads a query here, in the words that the server would use.</summary>
    public static WatchQuery Parse(string query, IFragmentSource fragments)
    {
        try
        {
            return WatchQuery.Parse(query, fragments);
        }
        catch (QuerySyntaxException e)
        {
            throw new QueryRefusedException(query, e.Message, e.Column, e.Suggestion);
        }
    }

    /// <summary>Does what sends a query to the server, which may refuse it.</summary>
    public static async Task<T> GuardAsync<T>(string? query, Func<Task<T>> send)
    {
        try
        {
            return await send();
        }
        catch (ApiException e) when (query is not null && e.Status == HttpStatusCode.BadRequest && e.Problem.ValueKind == JsonValueKind.Object && e.Problem.TryGetProperty("column", out var column))
        {
            var suggestion = e.Problem.TryGetProperty("suggestion", out var meant) ? meant.GetString() : null;
            // The server has trimmed the query, so its columns count from the first letter.
            throw new QueryRefusedException(query.Trim(), e.Message, column.GetInt32(), suggestion);
        }
    }

    /// <summary>The message, the line of the query, the caret, and what was probably meant.</summary>
    public IEnumerable<string> Lines()
    {
        yield return Message;
        var (line, before) = Place();
        yield return "  " + SafeText.Line(line);
        yield return "  " + new string(' ', SafeText.Line(before).GetCellWidth()) + "^";
        if (suggestion is not null && !Message.Contains(suggestion, StringComparison.Ordinal)) yield return "did you mean: " + SafeText.Line(suggestion);
    }

    private (string Line, string Before) Place()
    {
        var at = Math.Clamp(column - 1, 0, query.Length);
        var start = at == 0 ? 0 : query.LastIndexOf('\n', at - 1) + 1;
        var end = query.IndexOf('\n', start);
        return (end < 0 ? query[start..] : query[start..end], query[start..at]);
    }
}
