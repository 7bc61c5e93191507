using NewsWatch.Contracts;

namespace NewsWatch.Storage.Kibana;

/// <summary>Pieces of KQL.</summary>
public static class KqlText
{
    /// <summary>A value in quotes, in which nothing has a meaning of its own.</summary>
    public static string Quote(string value) =>
        $"\"{value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    /// <summary>The alerts on a topic pattern; empty for all; <see langword="null"/> where KQL has no such pattern, because its star also goes over dots.</summary>
    public static string? Topic(TopicPattern pattern)
    {
        var text = pattern.ToString();
        if (text == TopicPattern.All.ToString()) return "";
        if (pattern.IsLiteral) return $"topic : {Quote(text)}";
        var stem = text.EndsWith(".#", StringComparison.Ordinal) ? text[..^2] : "";
        return stem.Length > 0 && TopicPattern.Parse(stem).IsLiteral ? $"topic : {Quote(stem)} or topic : {stem}.*" : null;
    }
}
