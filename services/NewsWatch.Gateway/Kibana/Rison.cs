namespace NewsWatch.Gateway.Kibana;

/// <summary>Text in Rison, the notation in which Kibana keeps its state in addresses.</summary>
internal static class Rison
{
    /// <summary>A string, ready to stand behind the <c>#</c> of an address.</summary>
    public static string Text(string value) =>
        $"'{Uri.EscapeDataString(value.Replace("!", "!!", StringComparison.Ordinal).Replace("'", "!'", StringComparison.Ordinal))}'";
}
