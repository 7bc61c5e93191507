using System.Text;
using System.Xml;

namespace NewsWatch.Gateway;

/// <summary>Text that every form of output can carry, XML too.</summary>
internal static class PrintableText
{
    /// <summary>The text with the replacement character in place of what XML cannot hold: control characters, halves of surrogate pairs.</summary>
    public static string Of(string text)
    {
        var result = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value)) result.Append('\uFFFD');
            else result.Append(rune.ToString());
        }

        return result.ToString();
    }

    /// <summary>Cuts at a whole letter.</summary>
    public static string Cut(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
