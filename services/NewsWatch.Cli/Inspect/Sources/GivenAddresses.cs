using System.Net;

using NewsWatch.ServiceDefaults.Http.Guard;

namespace NewsWatch.Cli.Inspect.Sources;

/// <summary>Answers for the names that <c>--resolve HOST=ADDRESS[,ADDRESS]</c> gives, <c>*</c> for every name; the machine answers for the rest.</summary>
internal sealed class GivenAddresses(IHostResolver otherwise) : IHostResolver
{
    private readonly Dictionary<string, IReadOnlyList<IPAddress>> _given = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Takes one option's value.</summary>
    /// <exception cref="FormatException">It is not of that form; the message says what is.</exception>
    public GivenAddresses Add(string option)
    {
        var equals = option.IndexOf('=', StringComparison.Ordinal);
        if (equals <= 0) throw new FormatException($"'{option}' is not HOST=ADDRESS[,ADDRESS], such as 'example.com=192.0.2.1' or '*=127.0.0.1'.");
        _given[option[..equals].TrimEnd('.')] = option[(equals + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Address).ToList();
        return this;
    }

    public Task<IReadOnlyList<IPAddress>> ResolveAsync(string host, CancellationToken cancellation) =>
        _given.TryGetValue(host, out var given) || _given.TryGetValue("*", out given) ? Task.FromResult(given) : otherwise.ResolveAsync(host, cancellation);

    private static IPAddress Address(string text) =>
        IPAddress.TryParse(text.Trim().Trim('[', ']'), out var address) ? address : throw new FormatException($"'{text}' is not an IP address.");
}
