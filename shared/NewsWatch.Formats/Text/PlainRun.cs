using System.Buffers;

namespace NewsWatch.Formats.Text;

/// <summary>Finds the plain part of a text, which most of it is, so that it can be taken at once and only the rest unit by unit.</summary>
public static class PlainRun
{
    /// <summary>How far it is looked for: without an end, a text of many spaces would be searched to its end for every word.</summary>
    private const int Window = 256;

    /// <summary>The run that <paramref name="text"/> starts with: made of <paramref name="units"/>, which hold the space, with no space at its ends and no two side by side.</summary>
    /// <returns>Up to 256 units; the text may go on with more of the same. Empty where the text does not start with one.</returns>
    public static ReadOnlySpan<char> At(ReadOnlySpan<char> text, SearchValues<char> units)
    {
        if (text.IsEmpty || text[0] == ' ') return [];
        var run = text[..Math.Min(text.Length, Window)];
        if (run.IndexOfAnyExcept(units) is >= 0 and var end) run = run[..end];
        if (run.IndexOf("  ") is >= 0 and var spaces) run = run[..spaces];
        return run.TrimEnd(' ');
    }
}
