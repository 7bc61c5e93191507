using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.ServiceDefaults.Http;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Http;

public sealed class LargeBlocksTests
{
    [Fact]
    public async Task They_are_what_the_web_server_reads_into()
    {
        await using var app = LocalHost.Build();
        Assert.IsType<LargeBlocks>(app.Services.GetRequiredService<IMemoryPoolFactory<byte>>());
    }

    [Fact]
    public void A_block_is_as_large_as_was_asked_for_and_never_small()
    {
        using var pool = new LargeBlocks().Create();
        using var usual = pool.Rent(4096);
        using var large = pool.Rent(100_000);
        Assert.InRange(usual.Memory.Length, 32 * 1024, int.MaxValue);
        Assert.InRange(large.Memory.Length, 100_000, int.MaxValue);
    }

    [Fact]
    public void A_block_is_given_back_once()
    {
        using var pool = new LargeBlocks().Create();
        var block = pool.Rent();
        block.Dispose();
        block.Dispose();
        Assert.Throws<ObjectDisposedException>(() => block.Memory);
        using var one = pool.Rent();
        using var other = pool.Rent();
        Assert.False(one.Memory.Span.Overlaps(other.Memory.Span));
    }
}
