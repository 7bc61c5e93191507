using System.Diagnostics;
using System.Text.Json;

namespace NewsWatch.Benchmarks.Matching;

/// <summary>Hyperscan on the same corpus and phrases: a small C program that runs a round whenever it is asked to.</summary>
internal sealed class HyperscanPeer : IDisposable
{
    private readonly Process _process;

    private HyperscanPeer(Process process, JsonElement built)
    {
        _process = process;
        BuildSeconds = built.GetProperty("build").GetDouble();
    }

    public double BuildSeconds { get; }

    public long Hits { get; private set; }

    public int Articles { get; private set; }

    /// <summary>Compiles the program; <see langword="null"/>, and a line that says why, where that is not possible.</summary>
    public static string? Compile(string folder)
    {
        var program = Path.Combine(folder, "hyperscan_peer");
        var script = Path.Combine(BenchData.Root, "tests/NewsWatch.Benchmarks/peers/hyperscan/build");
        using var build = Process.Start(new ProcessStartInfo("sh", [script, program]) { RedirectStandardError = true })!;
        var errors = build.StandardError.ReadToEnd();
        build.WaitForExit();
        if (build.ExitCode == 0) return program;
        Console.Error.WriteLine($"Hyperscan is left out: {script} failed (it needs gcc and libhyperscan-dev): {errors.Trim()}");
        return null;
    }

    /// <summary>Starts the program, which reads both files and compiles the phrases.</summary>
    public static HyperscanPeer Start(string program, string corpus, string phrases)
    {
        var process = Process.Start(new ProcessStartInfo(program, [corpus, phrases]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
        return new HyperscanPeer(process, Read(process));
    }

    /// <summary>Matches every text; returns the seconds of processor time it took.</summary>
    public double Round()
    {
        _process.StandardInput.WriteLine();
        _process.StandardInput.Flush();
        var round = Read(_process);
        Hits = round.GetProperty("hits").GetInt64();
        Articles = round.GetProperty("articles").GetInt32();
        return round.GetProperty("seconds").GetDouble();
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private static JsonElement Read(Process process)
    {
        var line = process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The Hyperscan program ended without an answer; its message is above.");
        using var answer = JsonDocument.Parse(line);
        return answer.RootElement.Clone();
    }
}
