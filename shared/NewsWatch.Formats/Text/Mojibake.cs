using System.Text;
using NewsWatch.Formats.Text.Charsets;

namespace NewsWatch.Formats.Text;

/// <summary>UTF-8 that was taken for Latin-1 or windows-1252 and encoded once more, made readable again: <c>KÃ¤lte</c> → <c>Kälte</c>.</summary>
public static class Mojibake
{
    // The one before it decides: none of these letters starts a word of two of them in any language.
    private static readonly System.Buffers.SearchValues<char> Leads = System.Buffers.SearchValues.Create("ÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóô");

    /// <summary>The repaired text; the same where the whole of it is not such text.</summary>
    public static string Repair(string text)
    {
        if (Ascii.IsValid(text) || !text.AsSpan().ContainsAny(Leads)) return text;
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (!TryByte(text[i], out bytes[i])) return text;
        }

        return System.Text.Unicode.Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : text;
    }

    private static bool TryByte(char c, out byte value)
    {
        value = (byte)c;
        return c <= 0xFF || (Windows1252Bytes.TryGetValue(c, out value));
    }

    private static readonly Dictionary<char, byte> Windows1252Bytes = Enumerable.Range(0x80, 0x20)
        .ToDictionary(b => CharsetNames.Find("windows-1252")!.GetString([(byte)b])[0], b => (byte)b);
}
