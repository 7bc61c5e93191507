using NewsWatch.Cli.Service;
using Xunit;

namespace NewsWatch.UnitTests.Deploy;

public sealed class YoungGenerationTests
{
    [Theory]
    [InlineData("deploy/Dockerfile", "    {0}={1} \\\n")]
    [InlineData("deploy/systemd/newswatch.service", " {0}={1}\n")]
    [InlineData("deploy/systemd/newswatch@.service", " {0}={1}\n")]
    [InlineData("newswatch", "\nexport {0}=${{{0}:-{1}}}\n")]
    public void Whoever_starts_services_gives_them_the_same(string file, string format) =>
        Assert.Contains(string.Format(null, format, YoungGeneration.Variable, YoungGeneration.Bytes), RepositoryFiles.Read(file), StringComparison.Ordinal);
}
