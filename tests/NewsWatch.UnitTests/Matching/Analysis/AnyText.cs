using CsCheck;

namespace NewsWatch.UnitTests.Matching.Analysis;

/// <summary>Random texts that look for trouble: every script, marks, quotes, dots, prefixes, emoji, unpaired surrogates.</summary>
internal static class AnyText
{
    private static readonly Gen<string> Troublesome = Gen.OneOf(
        "non-", "anti\u2011", "l'", "qu\u2019", "'s", "U.S.", ".", ",", "'", "\"", "_", "-", " ", "\n", "\u00AD", "\u200B", "\u0640", "\u064E", "\u05F4",
        "\u200D", "\uFE0F", "\u20E3", "\U0001F1E6", "\U0001F44D", "\U0001F3FD", "\uD800", "\uDC00", "\u0301", "1", "3,000", "\u0130", "\u00DF", "\uFB03");

    private static readonly Gen<string> Words = Gen.OneOf(
        "lethal", "aid", "Sanctions", "US", "\u00C9t\u00E9", "\u0401\u043B\u043A\u0430", "\u5236\u88C1", "\u30C6\u30B9\u30C8", "\uD55C\uAD6D", "\u0E44\u0E17\u0E22", "\u0627\u0644\u0649", "\u05E9\u05DC\u05D5\u05DD");

    /// <summary>Up to 40 pieces.</summary>
    public static Gen<string> String { get; } =
        Gen.Frequency((4, Troublesome), (4, Words), (2, Gen.Char.Select(unit => unit.ToString()))).Array[0, 40].Select(string.Concat);
}
