using System.Text.Json;

namespace NewsWatch.Cli.Push;

/// <summary>What became of a file's articles.</summary>
internal sealed class PushReport(string file)
{
    public string File => file;

    public List<PushedArticleReport> Articles { get; } = [];

    public List<string> Errors { get; } = [];

    /// <summary>Adds an answer of the server to a request whose articles stood at <paramref name="places"/>.</summary>
    public void Add(JsonElement answer, List<string> places)
    {
        foreach (var article in answer.GetProperty("articles").EnumerateArray())
            Articles.Add(new(places[article.GetProperty("index").GetInt32()], article.GetProperty("id").GetString()!, article.GetProperty("revision").GetInt32(), article.GetProperty("outcome").GetString()!));
        foreach (var rejected in answer.GetProperty("rejected").EnumerateArray())
        {
            var place = places[rejected.GetProperty("index").GetInt32()];
            var error = rejected.GetProperty("error").GetString()!;
            Errors.Add(place.Length == 0 ? error : $"{place}: {error}");
        }
    }
}

internal sealed record PushedArticleReport(string Place, string Id, int Revision, string Outcome);
