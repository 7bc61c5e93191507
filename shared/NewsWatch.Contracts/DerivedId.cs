namespace NewsWatch.Contracts;

/// <summary>Identities computed from content, so that doing the same thing twice names the same thing.</summary>
public static class DerivedId
{
    /// <summary>Length of an id: 128 bits in base64url without padding.</summary>
    public const int Length = 22;

    /// <summary>The first 128 bits of SHA-256 over <paramref name="parts"/>, each preceded by its length so that no two lists collide by concatenation.</summary>
    public static string From(params ReadOnlySpan<string> parts)
    {
        using var id = new DerivedIdBuilder();
        foreach (var part in parts) id.Add(part);
        return id.ToId();
    }

    /// <summary>Whether <paramref name="id"/> has the shape of a derived id.</summary>
    public static bool IsWellFormed(string? id)
    {
        if (id is not { Length: Length }) return false;
        foreach (var c in id)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('-' or '_')) return false;
        }

        return true;
    }
}
