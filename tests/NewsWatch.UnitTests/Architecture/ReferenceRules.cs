namespace NewsWatch.UnitTests.Architecture;

/// <summary>Which project may build on which: the arrows of the design.</summary>
internal static class ReferenceRules
{
    private static readonly string[] Service = ["NewsWatch.Contracts", "NewsWatch.Matching", "NewsWatch.Formats", "NewsWatch.Storage", "NewsWatch.ServiceDefaults"];

    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["NewsWatch.Contracts"] = [],
        ["NewsWatch.Matching"] = [],
        ["NewsWatch.Formats"] = ["NewsWatch.Contracts", "NewsWatch.Matching"],
        ["NewsWatch.Storage"] = ["NewsWatch.Contracts", "NewsWatch.Matching"],
        ["NewsWatch.ServiceDefaults"] = ["NewsWatch.Contracts"],
        ["NewsWatch.Ingestion"] = Service,
        ["NewsWatch.Indexer"] = Service,
        ["NewsWatch.Watcher"] = Service,
        ["NewsWatch.Notifier"] = Service,
        ["NewsWatch.Gateway"] = Service,
        ["NewsWatch.Standalone"] = [.. Service, "NewsWatch.Ingestion", "NewsWatch.Indexer", "NewsWatch.Watcher", "NewsWatch.Notifier", "NewsWatch.Gateway"],
        ["NewsWatch.Cli"] = [.. Service, "NewsWatch.Ingestion", "NewsWatch.Indexer", "NewsWatch.Watcher", "NewsWatch.Notifier", "NewsWatch.Gateway", "NewsWatch.Standalone"],
    };

    /// <summary>Packages that are an adapter's own, by the beginning of their names.</summary>
    private static readonly (string Package, string Owner, bool TestsToo)[] Owned =
    [
        ("Elastic.", "NewsWatch.Storage", false),
        ("Microsoft.Data.Sqlite", "NewsWatch.Storage", false),
        ("SQLitePCLRaw", "NewsWatch.Storage", false),
        ("MassTransit", "NewsWatch.ServiceDefaults", true),
        ("RabbitMQ.Client", "NewsWatch.ServiceDefaults", true),
    ];

    /// <summary>Projects that others may take without taking anything else.</summary>
    private static readonly string[] Free = ["NewsWatch.Contracts", "NewsWatch.Matching"];

    public static IEnumerable<string> Problems(ProjectFile project) => [.. References(project), .. Packages(project)];

    private static IEnumerable<string> References(ProjectFile project)
    {
        if (project.IsTests) return [];
        return Allowed.TryGetValue(project.Name, out var allowed)
            ? project.References.Except(allowed).Select(reference => $"{project.Name} must not reference {reference}.")
            : [$"{project.Name} is not in the table of allowed references; decide what it may build on."];
    }

    private static IEnumerable<string> Packages(ProjectFile project)
    {
        foreach (var package in project.Packages)
        {
            if (Free.Contains(project.Name)) yield return $"{project.Name} must not need a package, not even {package}.";
            foreach (var (name, owner, testsToo) in Owned)
            {
                if (package.StartsWith(name, StringComparison.OrdinalIgnoreCase) && project.Name != owner && !(testsToo && project.IsTests))
                    yield return $"{project.Name} must not use {package}; it belongs to {owner}.";
            }
        }
    }
}
