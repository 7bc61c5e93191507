using NewsWatch.Matching.Watches;
using NewsWatch.UnitTests.Deploy;
using PublicApiGenerator;
using Xunit;

namespace NewsWatch.UnitTests.Matching.PublicApi;

/// <summary>The library stands alone: what others may call is approved by hand, a change to it as much as an addition.</summary>
public sealed class ApprovedSurfaceTests
{
    private const string Approved = "tests/NewsWatch.UnitTests/Matching/PublicApi/NewsWatch.Matching.approved.txt";

    private static readonly ApiGeneratorOptions Options = new() { IncludeAssemblyAttributes = false };

    [Fact]
    public void What_the_library_offers_is_what_was_approved()
    {
        var approved = RepositoryFiles.PathOf(Approved);
        var offered = typeof(WatchSet).Assembly.GeneratePublicApi(Options).ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (File.Exists(approved) && File.ReadAllText(approved).ReplaceLineEndings("\n") == offered) return;
        var received = Path.Combine(AppContext.BaseDirectory, "NewsWatch.Matching.received.txt");
        File.WriteAllText(received, offered);
        Assert.Fail($"The public surface of NewsWatch.Matching is not the one approved. Compare:\n  diff {approved} {received}\nand if the change is meant, accept it:\n  cp {received} {approved}");
    }
}
