namespace NewsWatch.Formats.Text.Markup;

/// <summary>Which prefix stands for which namespace, element by element.</summary>
internal sealed class NamespaceScopes
{
    private readonly Stack<List<(string Prefix, string Uri)>?> _scopes = new();

    public static (string Prefix, string Name) Split(string qualified)
    {
        var colon = qualified.IndexOf(':', StringComparison.Ordinal);
        return colon <= 0 ? ("", qualified.TrimStart(':')) : (qualified[..colon], qualified[(colon + 1)..]);
    }

    public void Push(List<(string Name, string Value)> attributes)
    {
        List<(string, string)>? scope = null;
        foreach (var (name, value) in attributes)
        {
            if (name == "xmlns") (scope ??= []).Add(("", value.Trim()));
            else if (name.StartsWith("xmlns:", StringComparison.Ordinal)) (scope ??= []).Add((name[6..], value.Trim()));
        }

        _scopes.Push(scope);
    }

    public void Pop() => _scopes.TryPop(out _);

    public string Find(string prefix)
    {
        foreach (var scope in _scopes)
        {
            if (scope is null) continue;
            foreach (var (known, uri) in scope)
            {
                if (known == prefix) return uri;
            }
        }

        return "";
    }
}
