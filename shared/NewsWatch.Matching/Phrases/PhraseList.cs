using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Phrases;

/// <summary>Phrases to be indexed: each a sequence of tokens in the text form, or the beginning of a token.</summary>
public sealed class PhraseList
{
    private readonly TokenBuffer _tokens = new();

    /// <summary>How many phrases it holds.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them are beginnings of a token.</summary>
    public int Prefixes { get; private set; }

    internal PhraseRecords Records { get; } = new();

    /// <summary>Adds the phrase that a text says.</summary>
    /// <param name="id">What a hit is reported with; several phrases may share one.</param>
    /// <param name="text">Any text; it is analysed here.</param>
    /// <returns><see langword="false"/>, and nothing is added, where the text has no token: such a phrase stands nowhere.</returns>
    public bool Add(int id, ReadOnlySpan<char> text)
    {
        _tokens.Fill(text);
        Records.Begin(id);
        for (var position = 0; position < _tokens.Count; position++) Records.Append(_tokens.Form(position));
        return Finish();
    }

    /// <summary>Adds a phrase whose tokens are in their text form already.</summary>
    /// <param name="id">What a hit is reported with; several phrases may share one.</param>
    /// <param name="forms">The tokens as <see cref="TextAnalyzer"/> gives them.</param>
    /// <returns><see langword="false"/>, and nothing is added, where there is no token.</returns>
    public bool Add(int id, IEnumerable<string> forms)
    {
        ArgumentNullException.ThrowIfNull(forms);
        Records.Begin(id);
        foreach (var form in forms) Records.Append(form);
        return Finish();
    }

    /// <summary>Adds every token that begins with a prefix.</summary>
    /// <param name="id">What a hit, of one token, is reported with; several phrases and prefixes may share one.</param>
    /// <param name="prefix">The beginning of a token's text form, 1 to 63 UTF-16 units of whole characters.</param>
    public void AddPrefix(int id, ReadOnlySpan<char> prefix)
    {
        ArgumentOutOfRangeException.ThrowIfZero(prefix.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefix.Length, Phrases.Prefixes.Longest);
        Records.Begin(id);
        Records.Append(prefix);
        Records.FinishPrefix();
        Count++;
        Prefixes++;
    }

    internal void Copy(PhraseRecords records, int record, int id)
    {
        if (records.IsPrefix(record)) Prefixes++;
        Records.Copy(records, record, id);
        Count++;
    }

    private bool Finish()
    {
        var added = Records.Finish();
        if (added) Count++;
        return added;
    }
}
