using System.Xml.Linq;
using NewsWatch.UnitTests.Deploy;

namespace NewsWatch.UnitTests.Architecture;

/// <summary>What a project file says that it builds on.</summary>
internal sealed record ProjectFile(string Name, bool IsTests, IReadOnlyList<string> References, IReadOnlyList<string> Packages)
{
    public static IReadOnlyList<ProjectFile> All { get; } =
        [.. ((string[])["shared", "services", "tests"]).SelectMany(folder => RepositoryFiles.Under(folder, "*.csproj")).Select(path => Parse(path, RepositoryFiles.Read(path)))];

    public static ProjectFile Parse(string path, string xml)
    {
        var root = XDocument.Parse(xml).Root!;
        IReadOnlyList<string> Included(string element) => [.. root.Descendants(element).Select(e => e.Attribute("Include")!.Value)];
        return new ProjectFile(
            Path.GetFileNameWithoutExtension(path),
            path.StartsWith("tests/", StringComparison.Ordinal),
            [.. Included("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Replace('\\', '/')))],
            Included("PackageReference"));
    }
}
