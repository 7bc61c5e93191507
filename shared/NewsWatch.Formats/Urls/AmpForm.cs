using System.Buffers;
using System.Text.RegularExpressions;

namespace NewsWatch.Formats.Urls;

/// <summary>AMP and mobile forms of an address, and the plain one behind them.</summary>
internal static partial class AmpForm
{
    private static readonly SearchValues<string> Amp = SearchValues.Create(["amp"], StringComparison.OrdinalIgnoreCase);

    public static bool IsParameter(string name) => name is "amp" or "amp_js_v" or "amp_gsa" or "_amp" or "isamp" or "usqp" or "amp_markup" or "amp_lite";

    /// <summary>Host and path without the form.</summary>
    public static (string Host, string Path) Without(string host, string path) => (Host(host), Path(path));

    private static string Host(string host)
    {
        // Few hosts have one, and the others need not be taken apart.
        if (!HasForm(host)) return host;
        var labels = host.Split('.');
        var index = Array.FindIndex(labels, label => IsForm(label));
        if (RegistrableDomain.Of(host) is not { } site) return host;
        var own = labels.Length - site.Split('.').Length;
        if (index >= own) return host;
        var rest = labels.Where((_, i) => i != index).ToArray();
        return own == 1 ? "www." + site : string.Join('.', rest);
    }

    private static bool HasForm(ReadOnlySpan<char> host)
    {
        foreach (var label in host.Split('.'))
        {
            if (IsForm(host[label])) return true;
        }

        return false;
    }

    private static bool IsForm(ReadOnlySpan<char> label) => label is "m" or "mobile" or "amp" or "mobil" or "touch";

    private static string Path(string path)
    {
        // Both patterns need it, and looking for it is much quicker than trying them.
        if (!path.AsSpan().ContainsAny(Amp)) return path;
        var plain = Suffix().Replace(path, m => m.Groups["keep"].Value);
        plain = Prefix().Replace(plain, "/");
        return plain.Length == 0 ? "/" : plain;
    }

    [GeneratedRegex(@"(?:(?<=[^/])/amp(?:\.html?)?(?<keep>/?)|(?:\.amp|_amp|-amp)(?<keep>\.html?)|\.amp)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Suffix();

    [GeneratedRegex(@"^/amp/(?=.)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Prefix();
}
