using System.Text;

namespace NewsWatch.Matching.Language.Parsing;

/// <summary>Normal form C of any string, half surrogate pairs included.</summary>
internal static class NormalForm
{
    public static string Of(string text)
    {
        if (System.Text.Ascii.IsValid(text)) return text;
        return WellFormed(text).Normalize(NormalizationForm.FormC);
    }

    // Normalize throws on half a pair; no token contains one.
    private static string WellFormed(string text)
    {
        var clean = text.ToCharArray();
        for (var i = 0; i < clean.Length; i++)
        {
            if (!char.IsSurrogate(clean[i])) continue;
            if (char.IsHighSurrogate(clean[i]) && i + 1 < clean.Length && char.IsLowSurrogate(clean[i + 1])) i++;
            else clean[i] = '\uFFFD';
        }

        return new string(clean);
    }
}
