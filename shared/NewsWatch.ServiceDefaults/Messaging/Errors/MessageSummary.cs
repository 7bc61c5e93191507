using System.Text.Json;

namespace NewsWatch.ServiceDefaults.Messaging.Errors;

/// <summary>Says in few words what a message holds. It may be anything: that is why it failed.</summary>
internal static class MessageSummary
{
    private const int MostTitles = 3;
    private const int Longest = 300;

    public static string Of(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            var root = json.RootElement;
            return Cut(Of(root.ValueKind == JsonValueKind.Object && root.TryGetProperty("message", out var inside) ? inside : root));
        }
        catch (JsonException)
        {
            return "Not JSON.";
        }
    }

    public static string Of(JsonElement message)
    {
        if (message.ValueKind != JsonValueKind.Object) return "Not a message of NewsWatch.";
        if (message.TryGetProperty("articles", out var articles) && articles.ValueKind == JsonValueKind.Array) return OfArticles(articles);
        if (message.TryGetProperty("watch", out var watch) && message.TryGetProperty("article", out var article)) return $"Alert of “{Text(watch, "name")}” for “{Text(article, "title")}”";
        return "Not a message of NewsWatch.";
    }

    private static string OfArticles(JsonElement articles)
    {
        var titles = articles.EnumerateArray().Take(MostTitles)
            .Select(a => a.ValueKind == JsonValueKind.Object && a.TryGetProperty("article", out var article) ? $"“{Text(article, "title")}”" : "one that cannot be read");
        var count = articles.GetArrayLength();
        return (count == 1 ? "Article " : $"{count} articles: ") + string.Join(", ", titles) + (count > MostTitles ? ", …" : "");
    }

    private static string Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "?";

    private static string Cut(string text) => text.Length <= Longest ? text : text[..(char.IsHighSurrogate(text[Longest - 1]) ? Longest - 1 : Longest)] + "…";
}
