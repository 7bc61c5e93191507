using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace NewsWatch.Formats.Text.Charsets;

/// <summary>Charset labels as pages write them, and the encodings that browsers take for them (WHATWG Encoding Standard).</summary>
public static partial class CharsetNames
{
    internal const int Utf8 = 65001;

    // Where the label's own meaning is a subset of what senders use under its name, the superset decodes both.
    private static readonly FrozenDictionary<string, int> Supersets = new Dictionary<string, int>
    {
        ["utf8"] = Utf8,
        ["unicode-1-1-utf-8"] = Utf8,
        ["x-unicode20utf8"] = Utf8,
        ["iso-8859-1"] = 1252,
        ["latin1"] = 1252,
        ["l1"] = 1252,
        ["latin-1"] = 1252,
        ["us-ascii"] = 1252,
        ["ascii"] = 1252,
        ["ansi_x3.4-1968"] = 1252,
        ["iso-ir-100"] = 1252,
        ["cp819"] = 1252,
        ["ibm819"] = 1252,
        ["csisolatin1"] = 1252,
        ["iso-8859-9"] = 1254,
        ["latin5"] = 1254,
        ["l5"] = 1254,
        ["iso-8859-11"] = 874,
        ["tis-620"] = 874,
        ["dos-874"] = 874,
        ["gb2312"] = 936,
        ["gb_2312-80"] = 936,
        ["gbk"] = 936,
        ["x-gbk"] = 936,
        ["chinese"] = 936,
        ["euc-cn"] = 936,
        ["cp936"] = 936,
        ["shift_jis"] = 932,
        ["shift-jis"] = 932,
        ["sjis"] = 932,
        ["x-sjis"] = 932,
        ["ms_kanji"] = 932,
        ["windows-31j"] = 932,
        ["cp932"] = 932,
        ["euc-kr"] = 949,
        ["ks_c_5601-1987"] = 949,
        ["ks_c_5601-1989"] = 949,
        ["ksc5601"] = 949,
        ["korean"] = 949,
        ["cp949"] = 949,
        ["windows-949"] = 949,
        ["uhc"] = 949,
        ["big5-hkscs"] = 950,
        ["big5"] = 950,
        ["cn-big5"] = 950,
        ["x-x-big5"] = 950,
        ["cp950"] = 950,
        ["euc-jp"] = 51932,
        ["x-euc-jp"] = 51932,
        ["ujis"] = 51932,
        ["iso-8859-8-i"] = 28598,
        ["logical"] = 28598,
        ["koi8"] = 20866,
        ["koi"] = 20866,
        ["koi8-ru"] = 21866,
        ["koi8_r"] = 20866,
        ["utf-16"] = 1200,
        ["utf-16le"] = 1200,
        ["unicode"] = 1200,
        ["ucs-2"] = 1200,
        ["utf-16be"] = 1201,
        ["unicodefffe"] = 1201,
        ["utf-32"] = 12000,
        ["utf-32le"] = 12000,
        ["utf-32be"] = 12001,
        ["x-mac-cyrillic"] = 10007,
        ["mac-cyrillic"] = 10007,
        ["maccyrillic"] = 10007,
        ["x-mac-ukrainian"] = 10007,
        ["macintosh"] = 10000,
        ["mac"] = 10000,
        ["x-mac-roman"] = 10000,
        ["macroman"] = 10000,
        ["johab"] = 1361,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenDictionary<int, string> Names = new Dictionary<int, string>
    {
        [Utf8] = "utf-8",
        [1200] = "utf-16le",
        [1201] = "utf-16be",
        [12000] = "utf-32le",
        [12001] = "utf-32be",
        [932] = "shift_jis",
        [936] = "gbk",
        [949] = "euc-kr",
        [950] = "big5",
        [874] = "windows-874",
        [51932] = "euc-jp",
        [50220] = "iso-2022-jp",
        [50221] = "iso-2022-jp",
        [50222] = "iso-2022-jp",
        [10007] = "x-mac-cyrillic",
        [10000] = "macintosh",
        [1361] = "johab",
        [20866] = "koi8-r",
        [21866] = "koi8-u",
        [866] = "ibm866",
        [855] = "ibm855",
        [850] = "ibm850",
    }.ToFrozenDictionary();

    private static readonly ConcurrentDictionary<int, Encoding?> Encodings = new();

    static CharsetNames() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>The encoding that a label stands for, or <see langword="null"/> where it is unknown or unsafe (UTF-7).</summary>
    public static Encoding? Find(string? label)
    {
        if (string.IsNullOrWhiteSpace(label) || label.Length > 40) return null;
        var name = Regular(label.Trim().ToLowerInvariant());
        return Supersets.TryGetValue(name, out var codePage) ? OfCodePage(codePage) : OfName(name);
    }

    /// <summary>The IANA name of an encoding, lower case.</summary>
    public static string NameOf(Encoding encoding) =>
        Names.TryGetValue(encoding.CodePage, out var name) ? name : encoding.WebName.ToLowerInvariant();

    internal static Encoding? OfCodePage(int codePage) =>
        Encodings.GetOrAdd(codePage, static page => page == Utf8 ? new UTF8Encoding(false) : Try(() => Encoding.GetEncoding(page)));

    private static Encoding? OfName(string name) => name.StartsWith("utf-7", StringComparison.Ordinal) ? null : Try(() => Encoding.GetEncoding(name));

    private static string Regular(string label)
    {
        label = IsoSpelling().Replace(label, "iso-8859-$1");
        return WindowsSpelling().Replace(label, "windows-$1");
    }

    private static Encoding? Try(Func<Encoding> find)
    {
        try
        {
            return find();
        }
        catch (Exception e) when (e is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"^(?:x-)?iso[-_ ]?8859[-_ ]?(\d\d?)(?::\d{4})?$")]
    private static partial Regex IsoSpelling();

    [GeneratedRegex(@"^(?:x-)?(?:cp|win|windows|windows_|ms-?)-?(125[0-8])$")]
    private static partial Regex WindowsSpelling();
}
