using System.Text;

namespace NewsWatch.Formats.Text.Charsets;

/// <summary>UTF-16 and UTF-32 without a mark, told by where the zero bytes of ASCII letters, digits and spaces stand.</summary>
internal static class WideEncoding
{
    private const int Sample = 4096;

    public static Encoding? Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        if (sample.Length < 4 || !sample.Contains((byte)0)) return null;
        Span<int> zeros = stackalloc int[4];
        zeros.Clear();
        for (var i = 0; i < sample.Length; i++)
        {
            if (sample[i] == 0) zeros[i & 3]++;
        }

        return Decide(zeros, Math.Max(1, sample.Length / 4));
    }

    private static Encoding? Decide(ReadOnlySpan<int> zeros, int groups)
    {
        if (Many(zeros[0], groups) && Many(zeros[1], groups) && !Many(zeros[3], groups)) return new UTF32Encoding(true, false);
        if (Many(zeros[2], groups) && Many(zeros[3], groups) && !Many(zeros[0], groups)) return Encoding.UTF32;
        var (even, odd) = (zeros[0] + zeros[2], zeros[1] + zeros[3]);
        if (odd > groups / 4 && even * 8 < odd) return Encoding.Unicode;
        return even > groups / 4 && odd * 8 < even ? Encoding.BigEndianUnicode : null;
    }

    private static bool Many(int zeros, int groups) => zeros * 10 >= groups * 7;
}
