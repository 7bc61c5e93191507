using NewsWatch.Matching.Analysis;

namespace NewsWatch.Matching.Phrases;

/// <summary>Phrases to be indexed: each a sequence of tokens in the text form, the last of which may be only begun.</summary>
public sealed class PhraseList
{
    private readonly TokenBuffer _tokens = new();

    /// <summary>How many phrases it holds.</summary>
    public int Count { get; private set; }

    /// <summary>How many of them are the beginning of a token alone.</summary>
    public int Prefixes { get; private set; }

    /// <summary>How many of them end in the beginning of a token, behind others.</summary>
    public int Endings { get; private set; }

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
    public void AddPrefix(int id, ReadOnlySpan<char> prefix) => AddPrefix(id, [], prefix);

    /// <summary>Adds every phrase of some words and a token that begins with a prefix.</summary>
    /// <param name="id">What a hit is reported with; several phrases and prefixes may share one.</param>
    /// <param name="forms">The words before it, as <see cref="TextAnalyzer"/> gives them; it may be none.</param>
    /// <param name="prefix">The beginning of a token's text form, 1 to 63 UTF-16 units of whole characters.</param>
    public void AddPrefix(int id, IEnumerable<string> forms, ReadOnlySpan<char> prefix)
    {
        ArgumentNullException.ThrowIfNull(forms);
        ArgumentOutOfRangeException.ThrowIfZero(prefix.Length);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(prefix.Length, WordBeginnings.Prefixes.Longest);
        Records.Begin(id);
        foreach (var form in forms) Records.Append(form);
        Records.Append(prefix);
        var record = Records.FinishPrefix();
        CountPrefix(Records, record);
        Count++;
    }

    internal void Copy(PhraseRecords records, int record, int id)
    {
        if (records.Head(record).IsPrefix) CountPrefix(records, record);
        Records.Copy(records, record, id);
        Count++;
    }

    private void CountPrefix(PhraseRecords records, int record)
    {
        if (records.Count(record) == 1) Prefixes++;
        else Endings++;
    }

    private bool Finish()
    {
        var added = Records.Finish();
        if (added) Count++;
        return added;
    }
}
