using System.Globalization;

namespace NewsWatch.Benchmarks.Archive;

/// <summary>What to store where, and at which sizes to search.</summary>
internal sealed record ArchiveArguments(IReadOnlyList<string> Stores, int Documents, int Rounds, IReadOnlyList<int> Sizes, string? Elasticsearch, string? Output)
{
    private static readonly string[] AllStores = ["sqlite", "elasticsearch"];

    /// <summary>Reads <c>[STORE…] [--documents N] [--rounds N] [--sizes N,N] [--elasticsearch URL] [--output FILE]</c>; no store means both.</summary>
    public static ArchiveArguments Parse(string[] args)
    {
        var stores = new List<string>();
        var (documents, rounds) = (40_000, 3);
        int[] sizes = [100_000, 1_000_000];
        string? elasticsearch = null, output = null;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--documents": documents = Number(args[++i]); break;
                case "--rounds": rounds = Number(args[++i]); break;
                case "--sizes": sizes = [.. args[++i].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Number)]; break;
                case "--elasticsearch": elasticsearch = args[++i]; break;
                case "--output": output = args[++i]; break;
                case var store when AllStores.Contains(store): stores.Add(store); break;
                case var other: throw new ArgumentException($"'{other}' is neither a store ({string.Join(", ", AllStores)}) nor an option (--documents, --rounds, --sizes, --elasticsearch, --output).");
            }
        }

        return new ArchiveArguments(stores.Count > 0 ? stores : AllStores, documents, rounds, sizes, elasticsearch, output);
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
