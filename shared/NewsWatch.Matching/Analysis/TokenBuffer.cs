using System.Text;
using NewsWatch.Matching.Analysis.Narrow;

namespace NewsWatch.Matching.Analysis;

/// <summary>
/// The tokens of one text, without a string or an object a token. Fill it again and again: its arrays grow to the longest text and stay, so
/// filling allocates nothing once it has grown. Not thread-safe; keep one a thread.
/// </summary>
/// <remarks>
/// The text form of most news goes through a vectorised path (<see cref="NarrowTokens"/>); what that cannot take, and the other two forms, go
/// through the exact one (<see cref="ExactTokens"/>). Both give the same tokens.
/// </remarks>
public sealed class TokenBuffer
{
    private readonly NarrowTokens _narrow = new();
    private readonly ExactTokens _exact = new();
    private readonly char[] _form = new char[Words.WordScanner.LongestWord];
    private bool _isNarrow;

    /// <summary>How many tokens the text has; positions are 0 to <c>Count - 1</c>.</summary>
    public int Count => _isNarrow ? _narrow.Count : _exact.Count;

    /// <summary>Where each token starts in the original text, in UTF-16 units.</summary>
    public ReadOnlySpan<int> Starts => _isNarrow ? _narrow.Starts : _exact.Starts;

    /// <summary>One past where each token ends in the original text, in UTF-16 units.</summary>
    public ReadOnlySpan<int> Ends => _isNarrow ? _narrow.Ends : _exact.Ends;

    /// <summary>Each token's <see cref="TokenHash"/>.</summary>
    public ReadOnlySpan<ulong> Hashes => _isNarrow ? _narrow.Hashes : _exact.Hashes;

    /// <summary>Replaces the tokens by those of <paramref name="text"/>, in linear time.</summary>
    public void Fill(ReadOnlySpan<char> text, AnalyzerKind kind = AnalyzerKind.Text)
    {
        _isNarrow = kind == AnalyzerKind.Text && _narrow.TryFill(text);
        if (!_isNarrow) _exact.Fill(text, kind);
    }

    /// <summary>The normal form of the token at <paramref name="position"/>; valid until the next call.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such position.</exception>
    public ReadOnlySpan<char> Form(int position)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(position);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(position, Count);
        if (!_isNarrow) return _exact.Form(position);
        if (_narrow.TryGetSimple(position, out var bytes, out var form)) form = _form.AsSpan(0, Encoding.Latin1.GetChars(bytes, _form));
        return form;
    }

    /// <summary>Where the token at <paramref name="position"/>, which is not checked, starts.</summary>
    internal int Start(int position) => _isNarrow ? _narrow.Start(position) : _exact.Starts[position];

    /// <summary>One past where the token at <paramref name="position"/>, which is not checked, ends.</summary>
    internal int End(int position) => _isNarrow ? _narrow.End(position) : _exact.Ends[position];

    /// <summary>The narrow form of any text, with what lies behind it. The tokens are gone.</summary>
    internal ReadOnlySpan<byte> NarrowForm(ReadOnlySpan<char> text)
    {
        _isNarrow = true;
        return _narrow.Narrow(text);
    }

    /// <summary>Whether the tokens are in <see cref="Narrow"/>.</summary>
    internal bool IsNarrow => _isNarrow;

    /// <summary>The tokens of a text that is narrow.</summary>
    internal NarrowTokens Narrow => _narrow;

    /// <summary>Whether the normal form of the token at <paramref name="position"/> starts so.</summary>
    /// <param name="position">The position, which is not checked.</param>
    /// <param name="prefix">Whole characters in UTF-8.</param>
    internal bool FormStartsWith(int position, ReadOnlySpan<byte> prefix)
    {
        ReadOnlySpan<char> units;
        if (!_isNarrow) units = _exact.Form(position);
        else if (_narrow.TryGetSimple(position, out var bytes, out units)) return bytes.StartsWith(prefix);
        Span<byte> form = stackalloc byte[3 * Filters.WordFilters.LongestForm];
        return form[..Encoding.UTF8.GetBytes(units, form)].StartsWith(prefix);
    }

    /// <summary>Whether the token at <paramref name="position"/> has this normal form.</summary>
    /// <param name="position">The position, which is not checked.</param>
    /// <param name="form">The form in UTF-8.</param>
    internal bool HasForm(int position, ReadOnlySpan<byte> form)
    {
        ReadOnlySpan<char> units;
        if (!_isNarrow) units = _exact.Form(position);
        else if (_narrow.TryGetSimple(position, out var bytes, out units)) return bytes.SequenceEqual(form);
        return IsSame(units, form);
    }

    private static bool IsSame(ReadOnlySpan<char> units, ReadOnlySpan<byte> form)
    {
        Span<byte> bytes = stackalloc byte[3 * Filters.WordFilters.LongestForm];
        return bytes[..Encoding.UTF8.GetBytes(units, bytes)].SequenceEqual(form);
    }
}
