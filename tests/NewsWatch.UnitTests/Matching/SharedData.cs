using Xunit;

namespace NewsWatch.UnitTests.Matching;

/// <summary>Test data that others made; it lies beside the project and is read in place.</summary>
internal static class SharedData
{
    private static readonly string? Folder = Find();

    /// <summary>The path of a data file; skips the test, saying so, where there is none.</summary>
    public static string Require(string relative)
    {
        var path = Folder is null ? relative : Path.Combine(Folder, relative);
        Assert.SkipUnless(File.Exists(path), $"Needs the shared test data: ../shared/data/{relative} beside the project.");
        return path;
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NewsWatch.sln"))) return Path.GetFullPath(Path.Combine(folder.FullName, "../shared/data"));
        }

        return null;
    }
}
