using System.Text.RegularExpressions;
using NewsWatch.UnitTests.Deploy;

namespace NewsWatch.UnitTests.Architecture;

/// <summary>What may be named only in certain folders.</summary>
internal static partial class SourceRules
{
    private static readonly (Regex Name, string[] Homes)[] Rules =
    [
        (ElasticsearchClient(), ["shared/NewsWatch.Storage/Elasticsearch/"]),
        (SqliteClient(), ["shared/NewsWatch.Storage/Sqlite/"]),
        (Transport(), ["shared/NewsWatch.ServiceDefaults/Messaging/", "tests/"]),
        (ArchiveWriter(), ["services/NewsWatch.Indexer/", "shared/NewsWatch.Storage/", "tests/"]),
        (CatalogueWrite(), ["services/NewsWatch.Gateway/", "shared/NewsWatch.Storage/", "tests/", "services/NewsWatch.Cli/"]),
    ];

    /// <summary>The source files with their texts. This folder names everything that is forbidden, so it is left out.</summary>
    public static IEnumerable<(string Path, string Text)> Sources() =>
        ((string[])["shared", "services", "tests"]).SelectMany(folder => RepositoryFiles.Under(folder, "*.cs"))
            .Where(path => !path.StartsWith("tests/NewsWatch.UnitTests/Architecture/", StringComparison.Ordinal))
            .Select(path => (path, RepositoryFiles.Read(path)));

    public static IEnumerable<string> Problems(string path, string text)
    {
        foreach (var (name, homes) in Rules)
        {
            if (homes.Any(home => path.StartsWith(home, StringComparison.Ordinal))) continue;
            foreach (var line in text.Split('\n'))
            {
                if (!line.TrimStart().StartsWith("//", StringComparison.Ordinal) && name.Match(line) is { Success: true } match)
                    yield return $"{path} names {match.Value}, which belongs to {string.Join(" and ", homes)}.";
            }
        }
    }

    [GeneratedRegex(@"\bElastic\.(Clients|Transport)\b")]
    private static partial Regex ElasticsearchClient();

    [GeneratedRegex(@"\bMicrosoft\.Data\.Sqlite\b|\bSqlite(Connection|Command|DataReader)\b")]
    private static partial Regex SqliteClient();

    [GeneratedRegex(@"\bRabbitMQ\.Client\b|\bUsing(RabbitMq|InMemory)\b|\bIRabbitMq\w+|\bMassTransit\.RabbitMqTransport\b")]
    private static partial Regex Transport();

    [GeneratedRegex(@"\bI(Article|Alert)Writer\b|\bIArchiveRetention\b")]
    private static partial Regex ArchiveWriter();

    [GeneratedRegex(@"\bstore\.(Put|Delete)Async\b")]
    private static partial Regex CatalogueWrite();
}
