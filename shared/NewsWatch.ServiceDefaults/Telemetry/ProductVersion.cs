using System.Reflection;

namespace NewsWatch.ServiceDefaults.Telemetry;

/// <summary>The version of this build.</summary>
public static class ProductVersion
{
    /// <summary>E.g. <c>0.1.0</c>, without build metadata.</summary>
    public static string Text { get; } =
        typeof(ProductVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";
}
