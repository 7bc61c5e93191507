using System.Buffers;

namespace NewsWatch.Matching.Analysis.Sentences;

/// <summary>The characters that sentences end with.</summary>
internal static class SentenceMarks
{
    private const string Always = "\u3002\uFF01\uFF1F\uFF61\u0964\u0965\u1362\u1367\u104B\u17D4\u17D5";
    private const string BeforeSpace = ".!?\u2026\u061F\u06D4\u0589\uFF0E\u203C\u2047\u2048\u2049";
    private const string Closing = "\"')]}\u00BB\u203A\u2019\u201D\u201C\u300D\u300F\u300B\u3009\u3011\uFF09\uFF3D\uFF02";

    private static readonly SearchValues<char> Ends = SearchValues.Create(Always + BeforeSpace);

    /// <summary>Where a scan has to look: every end and every line or paragraph break.</summary>
    public static SearchValues<char> Stops { get; } = SearchValues.Create(Always + BeforeSpace + "\n\r\u2029");

    /// <summary>Whether a sentence may end with it.</summary>
    public static bool IsEnd(char unit) => Ends.Contains(unit);

    /// <summary>Whether a sentence ends with it whatever follows.</summary>
    public static bool EndsAlways(char unit) => Always.Contains(unit);

    /// <summary>Whether it closes a quotation or a bracket.</summary>
    public static bool IsCloser(char unit) => Closing.Contains(unit);
}
