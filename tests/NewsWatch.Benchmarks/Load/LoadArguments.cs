using System.Globalization;

namespace NewsWatch.Benchmarks.Load;

/// <summary>What to load, with what, for how long.</summary>
internal sealed record LoadArguments(IReadOnlyList<string> Forms, string? Corpus, int Limit, int Rounds, TimeSpan LatencyDuration, string? Output)
{
    private static readonly string[] AllForms = ["standalone", "sqlite", "elasticsearch"];

    /// <summary>Reads <c>[FORM…] [--corpus FILE] [--limit N] [--rounds N] [--seconds N] [--output FILE]</c>; no form means all. Rounds are an odd number: their median counts.</summary>
    public static LoadArguments Parse(string[] args)
    {
        var forms = new List<string>();
        string? corpus = null, output = null;
        var limit = int.MaxValue;
        var rounds = 7;
        var seconds = 20;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--corpus": corpus = args[++i]; break;
                case "--output": output = args[++i]; break;
                case "--limit": limit = int.Parse(args[++i], CultureInfo.InvariantCulture); break;
                case "--rounds": rounds = int.Parse(args[++i], CultureInfo.InvariantCulture); break;
                case "--seconds": seconds = int.Parse(args[++i], CultureInfo.InvariantCulture); break;
                case var form when AllForms.Contains(form): forms.Add(form); break;
                case var other: throw new ArgumentException($"'{other}' is neither a form ({string.Join(", ", AllForms)}) nor an option (--corpus, --limit, --rounds, --seconds, --output).");
            }
        }

        if (rounds < 1 || rounds % 2 == 0) throw new ArgumentException($"--rounds {rounds}: it takes an odd number, since their median counts.");
        return new LoadArguments(forms.Count > 0 ? forms : AllForms, corpus, limit, rounds, TimeSpan.FromSeconds(seconds), output);
    }
}
