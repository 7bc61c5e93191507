using System.Globalization;
using System.Text;

namespace NewsWatch.Cli.Api;

/// <summary>An address with parameters; those without a value are left out.</summary>
internal sealed class ApiPath(string path)
{
    private readonly StringBuilder _text = new(path);
    private bool _any;

    public ApiPath Add(string name, string? value)
    {
        if (string.IsNullOrWhiteSpace(value)) return this;
        _text.Append(_any ? '&' : '?').Append(name).Append('=').Append(Uri.EscapeDataString(value));
        _any = true;
        return this;
    }

    public ApiPath Add(string name, int value) => Add(name, value.ToString(CultureInfo.InvariantCulture));

    public override string ToString() => _text.ToString();
}
