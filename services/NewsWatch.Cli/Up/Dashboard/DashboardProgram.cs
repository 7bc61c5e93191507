using System.Reflection;
using System.Runtime.InteropServices;

namespace NewsWatch.Cli.Up.Dashboard;

/// <summary>Finds the executable of Aspire's dashboard: beside a published NewsWatch, else where NuGet unpacked it for the build.</summary>
internal static class DashboardProgram
{
    private const string Name = "Aspire.Dashboard";

    /// <summary><see langword="null"/> where there is none; the package holds it for 64-bit Intel and AMD only.</summary>
    public static string? Path { get; } = RuntimeInformation.OSArchitecture == Architecture.X64 ? Folders().Select(folder => System.IO.Path.Combine(folder, Name)).FirstOrDefault(File.Exists) : null;

    private static IEnumerable<string> Folders()
    {
        yield return System.IO.Path.Combine(AppContext.BaseDirectory, "dashboard");
        var remembered = typeof(DashboardProgram).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().FirstOrDefault(data => data.Key == "DashboardFolder");
        if (remembered?.Value is { Length: > 0 } folder) yield return folder;
    }
}
