using System.Text.Json;
using NewsWatch.Contracts;
using NewsWatch.UnitTests.Deploy;

namespace NewsWatch.UnitTests.Seeds;

internal static class SeedWatches
{
    public static IReadOnlyList<Watch> All { get; } = JsonSerializer.Deserialize<Watch[]>(RepositoryFiles.Read("seeds/watches.json"), NewsWatchJson.Options)!;
}
