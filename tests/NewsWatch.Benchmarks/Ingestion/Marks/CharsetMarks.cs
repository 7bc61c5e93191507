using System.Text;
using NewsWatch.Formats.Text.Charsets;

namespace NewsWatch.Benchmarks.Ingestion.Marks;

/// <summary>Charsets, told right.</summary>
public static class CharsetMarks
{
    /// <summary>Files of known encoding: right where the text is that of the known encoding.</summary>
    public static Mark Chardet()
    {
        var counter = new MarkCounter();
        foreach (var folder in Directory.GetDirectories(DataFolder.Path("charset-chardet")).Order())
        {
            var label = Path.GetFileName(folder);
            foreach (var suffix in new[] { "-hungarian", "-polish", "-slovak", "-slovene", "-bulgarian", "-russian", "-greek", "-turkish", "-croatian", "-hebrew", "-arabic" })
                label = label.Replace(suffix, "", StringComparison.Ordinal);
            foreach (var file in Directory.GetFiles(folder)) Count(counter, file, label);
        }

        return counter.ToMark("charset by detection", "charset-chardet", 0.95);
    }

    /// <summary>The HTML standard's prescan.</summary>
    public static Mark Html5Lib()
    {
        var counter = new MarkCounter();
        foreach (var file in Directory.GetFiles(DataFolder.Path("charset-html5lib"), "*.dat").Order())
        {
            var cases = Encoding.Latin1.GetString(File.ReadAllBytes(file)).Split("#data\n", StringSplitOptions.RemoveEmptyEntries);
            foreach (var text in cases.Where(c => c.Contains("#encoding\n", StringComparison.Ordinal)))
            {
                var parts = text.Split("\n#encoding\n");
                var decoded = CharsetDecoder.Decode(Encoding.Latin1.GetBytes(parts[0]));
                counter.Count(decoded.Charset.Equals(parts[1].Trim(), StringComparison.OrdinalIgnoreCase), () => $"{decoded.Charset} for {parts[1].Trim()}: {parts[0][..Math.Min(90, parts[0].Length)]}");
            }
        }

        return counter.ToMark("charset by declaration", "charset-html5lib", 0.95);
    }

    private static void Count(MarkCounter counter, string file, string label)
    {
        var bytes = File.ReadAllBytes(file);
        var decoded = CharsetDecoder.Decode(bytes);
        var expected = CharsetNames.Find(label);
        var right = expected is not null && Same(decoded.Text, expected.GetString(bytes)) || CharsetDecoder.Decode(bytes, $"text/plain; charset={label}").Text == decoded.Text;
        counter.Count(right, () => $"{decoded.Charset} ({decoded.Why}) for {label}: {Path.GetFileName(file)}");
    }

    // Encodings that differ in punctuation only are one to a reader of words.
    private static bool Same(string a, string b)
    {
        if (a.Length != b.Length) return a.TrimStart('\uFEFF') == b.TrimStart('\uFEFF');
        for (var i = 0; i < a.Length; i++)
        {
            if (a[i] != b[i] && (char.IsLetterOrDigit(a[i]) || char.IsLetterOrDigit(b[i]))) return false;
        }

        return true;
    }
}
