using System.Globalization;
using NewsWatch.Matching.Analysis.Tables;

namespace NewsWatch.Matching.Analysis.Filters;

/// <summary>Simple lower case and ASCII folding in one table (step 8).</summary>
internal static class Folding
{
    /// <summary>The most units that one unit becomes.</summary>
    public const int MostUnits = 4;

    // A unit's entry is what it becomes; where that is more than one unit, the entry is a high surrogate that numbers the form.
    private const char FirstForm = '\uD800';
    private static readonly char[] Entries = new char[0x10000];
    private static readonly List<string> Forms = [];
    private static readonly Dictionary<int, int> Supplementary = [];

    static Folding()
    {
        for (var unit = 0; unit < Entries.Length; unit++) Entries[unit] = (char)unit;
        for (var unit = 'A'; unit <= 'Z'; unit++) Entries[unit] = (char)(unit | 0x20);
        var numbers = new Dictionary<string, int>();
        foreach (var (heading, first, last) in TableFile.Read("folding.txt", line => line[0] is '=' or '+'))
        {
            for (var code = first; code <= last; code++) Enter(code, heading, numbers);
        }
    }

    /// <summary>What each UTF-16 unit becomes where that is one unit; a surrogate stands for a longer form or for itself.</summary>
    public static ReadOnlySpan<char> OfUnit => Entries;

    /// <summary>Folds a word; <paramref name="destination"/> has room for <see cref="MostUnits"/> a unit.</summary>
    public static int Fold(ReadOnlySpan<char> word, Span<char> destination)
    {
        var length = 0;
        for (var index = 0; index < word.Length; index++)
        {
            var becomes = Entries[word[index]];
            if (!char.IsSurrogate(becomes)) destination[length++] = becomes;
            else length += FoldOther(word, ref index, becomes, destination[length..]);
        }

        return length;
    }

    private static int FoldOther(ReadOnlySpan<char> word, ref int index, char becomes, Span<char> destination)
    {
        if (!char.IsSurrogate(word[index]))
        {
            var form = Forms[becomes - FirstForm];
            form.CopyTo(destination);
            return form.Length;
        }

        destination[0] = word[index];
        if (index + 1 == word.Length || !char.IsSurrogatePair(word[index], word[index + 1])) return 1;
        var code = char.ConvertToUtf32(word[index], word[++index]);
        destination[1] = word[index];
        if (Supplementary.TryGetValue(code, out var lower)) char.ConvertFromUtf32(lower).CopyTo(destination);
        return 2;
    }

    private static void Enter(int code, string heading, Dictionary<string, int> numbers)
    {
        var form = heading[2..];
        if (heading[0] == '=' && form.Length == 1) Entries[code] = form[0];
        else if (heading[0] == '=') Entries[code] = (char)(FirstForm + NumberOf(form, numbers));
        else if (code < 0x10000) Entries[code] = (char)(code + int.Parse(form, CultureInfo.InvariantCulture));
        else Supplementary[code] = code + int.Parse(form, CultureInfo.InvariantCulture);
    }

    private static int NumberOf(string form, Dictionary<string, int> numbers)
    {
        if (numbers.TryGetValue(form, out var number)) return number;
        Forms.Add(form);
        return numbers[form] = Forms.Count - 1;
    }
}
