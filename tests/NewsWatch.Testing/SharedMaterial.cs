namespace NewsWatch.Testing;

/// <summary>Other people's data and servers that stand beside the project's folder; tests that need what is absent skip, saying so.</summary>
public static class SharedMaterial
{
    /// <summary>The folder, or <see langword="null"/> where there is none.</summary>
    public static string? Folder { get; } = Find();

    /// <summary>A file or folder in it, or <see langword="null"/> where it is absent.</summary>
    public static string? Path(params string[] parts)
    {
        if (Folder is null) return null;
        var path = System.IO.Path.Combine([Folder, .. parts]);
        return File.Exists(path) || Directory.Exists(path) ? path : null;
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (!File.Exists(System.IO.Path.Combine(folder.FullName, "NewsWatch.sln"))) continue;
            var shared = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder.FullName, "..", "shared"));
            return Directory.Exists(shared) ? shared : null;
        }

        return null;
    }
}
