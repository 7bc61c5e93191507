using CsCheck;
using NewsWatch.Matching.Analysis.Narrow;
using NewsWatch.Matching.Analysis.Narrow.Blocks;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Analysis;

/// <summary>Blocks of either width answer what looking at one byte after another answers, whichever of them this processor is fast with.</summary>
public sealed class BlockTests
{
    private static readonly Gen<byte[]> Bytes = Gen.Frequency((3, Gen.OneOf((byte)'a', (byte)'z', (byte)'`', (byte)'{', (byte)'0', (byte)'9', (byte)'.', (byte)',', (byte)'-', (byte)'\'', (byte)':', (byte)';')), (1, Gen.Byte)).Array[64];

    private static readonly Gen<ushort[]> Units = Gen.Frequency((4, Gen.UShort[0, 0x7F]), (1, Gen.UShort)).Array[64];

    [Fact]
    public void Both_widths_tell_bytes_apart() => Bytes.Sample(bytes =>
    {
        Tell<WideBlock>(bytes);
        Tell<PairBlock>(bytes);
    });

    [Fact]
    public void Both_widths_read_units_in_lower_case() => Units.Sample(units =>
    {
        Read<WideBlock>(units);
        Read<PairBlock>(units);
    });

    [Fact]
    public void Positions_are_those_of_the_bits() => Gen.ULong.Sample(bits =>
    {
        var target = new int[BitPositions.Room];
        var count = BitPositions.Write(bits, 1_000, ref target[0]);
        Assert.Equal(Enumerable.Range(0, 64).Where(bit => (bits & (1UL << bit)) != 0).Select(bit => 1_000 + bit), target.Take(count));
    });

    private static void Tell<TBlock>(byte[] bytes)
        where TBlock : struct, IBlock<TBlock>
    {
        var block = TBlock.Load(ref bytes[0]);
        Assert.Equal(Bits(bytes, one => one >= 0x80), block.Others());
        Assert.Equal(Bits(bytes, one => one == '.'), block.Are((byte)'.'));
        Assert.Equal(Bits(bytes, one => one is (byte)'\'' or (byte)',' or (byte)'-' or (byte)'.' or (byte)':' or (byte)';'), block.Marks());
        Assert.Equal(Bits(bytes, one => one is >= (byte)'a' and <= (byte)'z'), block.AreBetween((byte)'a', (byte)'z'));
        Assert.Equal(Bits(bytes, one => one is >= (byte)',' and <= (byte)'.'), block.AreBetween((byte)',', (byte)'.'));
    }

    private static void Read<TBlock>(ushort[] units)
        where TBlock : struct, IBlock<TBlock>
    {
        var bytes = new byte[64];
        TBlock.LoadLower(ref units[0], out var isAscii).Store(ref bytes[0]);
        Assert.Equal(units.All(unit => unit < 0x80), isAscii);
        Assert.Equal(Bits(units, unit => unit >= 0x80), TBlock.BeyondAscii(ref units[0]));
        for (var index = 0; index < 64; index++)
        {
            if (units[index] < 0x80) Assert.Equal(char.ToLowerInvariant((char)units[index]), (char)bytes[index]);
        }
    }

    private static ulong Bits<T>(T[] items, Func<T, bool> test) => items.Select((item, index) => test(item) ? 1UL << index : 0).Aggregate((all, bit) => all | bit);
}
