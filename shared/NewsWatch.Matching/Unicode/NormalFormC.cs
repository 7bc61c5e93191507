using System.Runtime.InteropServices;
using System.Text;

namespace NewsWatch.Matching.Unicode;

/// <summary>Unicode normal form C (UAX #15), from tables of our own.</summary>
/// <remarks>The framework's <c>string.Normalize</c> changes nothing when globalization is invariant, and otherwise depends on the machine's ICU;
/// an article's id must not.</remarks>
public static class NormalFormC
{
    private const int SyllableBase = 0xAC00, LeadBase = 0x1100, VowelBase = 0x1161, TailBase = 0x11A7;
    private const int Leads = 19, Vowels = 21, Tails = 28, Syllables = Leads * Vowels * Tails;

    private static readonly CanonicalTables Tables = CanonicalTables.Instance;

    /// <summary>The text in normal form C. Unpaired surrogates become U+FFFD. Returns the same string where nothing changes.</summary>
    public static string Of(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Holds(text) ? text : Compose(Decompose(text));
    }

    /// <summary>Whether nothing in the text could change; may say no of a text that is in normal form already.</summary>
    public static bool Holds(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var c in text.AsSpan())
        {
            if (c >= 0x300 && (char.IsSurrogate(c) || Tables.IsSuspect(c))) return false;
        }

        return true;
    }

    /// <summary>The letter under the accents of a single character of the basic plane: <c>é</c> → <c>e</c>.</summary>
    public static char BaseOf(char c)
    {
        var codePoint = (int)c;
        while (Tables.TryDecompose(codePoint, out var parts)) codePoint = parts.First;
        return codePoint < 0x10000 ? (char)codePoint : c;
    }

    private static List<int> Decompose(string text)
    {
        var result = new List<int>(text.Length + 8);
        foreach (var rune in text.EnumerateRunes()) Append(rune.Value, result);
        Reorder(result);
        return result;
    }

    private static void Append(int codePoint, List<int> result)
    {
        if (codePoint - SyllableBase is >= 0 and < Syllables and var syllable)
        {
            result.Add(LeadBase + (syllable / (Vowels * Tails)));
            result.Add(VowelBase + (syllable % (Vowels * Tails) / Tails));
            if (syllable % Tails is > 0 and var tail) result.Add(TailBase + tail);
        }
        else if (Tables.TryDecompose(codePoint, out var parts))
        {
            Append(parts.First, result);
            if (parts.Second != 0) Append(parts.Second, result);
        }
        else
        {
            result.Add(codePoint);
        }
    }

    // Each run of marks is sorted by class; the sort must keep the order of equals, and a hostile run may be long.
    private static void Reorder(List<int> text)
    {
        for (var start = 0; start < text.Count; start++)
        {
            if (Tables.ClassOf(text[start]) == 0) continue;
            var end = start + 1;
            while (end < text.Count && Tables.ClassOf(text[end]) != 0) end++;
            if (end - start > 1)
            {
                var sorted = text.GetRange(start, end - start).OrderBy(c => Tables.ClassOf(c)).ToList();
                for (var i = 0; i < sorted.Count; i++) text[start + i] = sorted[i];
            }

            start = end;
        }
    }

    private static string Compose(List<int> text)
    {
        var (starter, lastClass, length) = (-1, 0, 0);
        foreach (var codePoint in CollectionsMarshal.AsSpan(text))
        {
            var mark = Tables.ClassOf(codePoint);
            var free = starter >= 0 && (starter == length - 1 || (lastClass < mark && lastClass != 0));
            if (free && TryCompose(text[starter], codePoint, out var composed))
            {
                text[starter] = composed;
                continue;
            }

            if (mark == 0) starter = length;
            lastClass = mark;
            text[length++] = codePoint;
        }

        var result = new StringBuilder(length);
        for (var i = 0; i < length; i++) result.Append(new Rune(text[i]));
        return result.ToString();
    }

    private static bool TryCompose(int first, int second, out int composed)
    {
        if (first - LeadBase is >= 0 and < Leads && second - VowelBase is >= 0 and < Vowels)
        {
            composed = SyllableBase + ((((first - LeadBase) * Vowels) + (second - VowelBase)) * Tails);
            return true;
        }

        if (first - SyllableBase is >= 0 and < Syllables && (first - SyllableBase) % Tails == 0 && second - TailBase is > 0 and < Tails)
        {
            composed = first + (second - TailBase);
            return true;
        }

        return Tables.TryCompose(first, second, out composed);
    }
}
