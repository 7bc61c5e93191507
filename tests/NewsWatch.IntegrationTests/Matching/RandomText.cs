using System.Text;

namespace NewsWatch.IntegrationTests.Matching;

/// <summary>Texts from every script, full of what analyzers get wrong; the same for the same seed.</summary>
internal static class RandomText
{
    private static readonly (int First, int Last)[] Scripts =
    [
        (0x0020, 0x007E), (0x00A0, 0x024F), (0x0250, 0x02FF), (0x0300, 0x036F), (0x0370, 0x03FF), (0x0400, 0x052F), (0x0530, 0x058F), (0x0590, 0x05FF),
        (0x0600, 0x06FF), (0x0700, 0x08FF), (0x0900, 0x0DFF), (0x0E00, 0x0EFF), (0x0F00, 0x0FFF), (0x1000, 0x109F), (0x10A0, 0x11FF), (0x1200, 0x139F),
        (0x13A0, 0x177F), (0x1780, 0x18AF), (0x1900, 0x1CFF), (0x1D00, 0x1FFF), (0x2000, 0x206F), (0x2070, 0x2BFF), (0x2C00, 0x2E7F), (0x3000, 0x30FF),
        (0x3100, 0x31FF), (0x3200, 0x33FF), (0x4E00, 0x4FFF), (0xA000, 0xA4CF), (0xA640, 0xABFF), (0xAC00, 0xAD00), (0xF900, 0xFAFF), (0xFB00, 0xFDFF),
        (0xFE00, 0xFFEF), (0x10000, 0x107FF), (0x10900, 0x11FFF), (0x1B000, 0x1B2FF), (0x1D400, 0x1D7FF), (0x1F000, 0x1FAFF), (0x20000, 0x20100), (0xE0020, 0xE007F),
    ];

    private static readonly string[] Pieces =
    [
        "non-", "ANTI\u2011", "re-", "l'", "Qu\u2019", "dell'", "'s", "\u2019S", "U.S.", "A.B.C.D.E.F.G", "3,000.5", "12-year", "_", "__", "\u00AD", "\u200B", "\u200D", "\uFE0F", "\u20E3",
        "\U0001F1FA\U0001F1F8", "\U0001F469\u200D\U0001F52C", "\u05F4", "\u05F3", "\u0640", "\u064B", "\u0301", "relational", "hopping", "skies", "\u0130", "\u017F", "\u00DF", "\uFB03",
    ];

    public static string Next(Random random)
    {
        var text = new StringBuilder();
        for (var count = random.Next(1, 120); count > 0; count--) text.Append(Piece(random));
        return text.ToString();
    }

    private static string Piece(Random random) => random.Next(4) switch
    {
        0 => " ",
        1 => Pieces[random.Next(Pieces.Length)],
        2 => ((char)random.Next('A', 'z')).ToString(),
        _ => CodePoint(random),
    };

    private static string CodePoint(Random random)
    {
        var (first, last) = Scripts[random.Next(Scripts.Length)];
        return char.ConvertFromUtf32(random.Next(first, last + 1));
    }
}
