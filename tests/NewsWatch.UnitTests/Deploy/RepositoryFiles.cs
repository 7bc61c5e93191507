using Xunit;

namespace NewsWatch.UnitTests.Deploy;

/// <summary>The files of the repository, found from where the tests were built.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string PathOf(string relative) => Path.Combine(Root, relative);

    public static string Read(string relative)
    {
        Assert.True(File.Exists(PathOf(relative)), $"The repository has no file '{relative}'.");
        return File.ReadAllText(PathOf(relative));
    }

    public static IEnumerable<string> Under(string folder, string pattern) =>
        Directory.EnumerateFiles(PathOf(folder), pattern, SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Root, file)).Order(StringComparer.Ordinal);

    private static string FindRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "NewsWatch.sln"))) return folder.FullName;
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds NewsWatch.sln.");
    }
}
