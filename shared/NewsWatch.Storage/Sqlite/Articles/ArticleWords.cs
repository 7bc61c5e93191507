using System.Text;
using NewsWatch.Contracts;
using NewsWatch.Matching.Analysis;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>An article as the full-text index reads it: for each column its tokens, joined by spaces.</summary>
/// <remarks>
/// Title, summary and body stand there as <c>Text</c> tokens in their positions. Exact and stemmed forms stand in one column each for all three,
/// each form once and only where it differs from the <c>Text</c> token: that answers <c>=WHO</c> and <c>~sanction</c> at a tenth of what whole further columns would cost.
/// </remarks>
internal sealed class ArticleWords
{
    /// <summary>Adds the article's words; the order of the columns is the schema's.</summary>
    public const string Put = "INSERT INTO words(rowid, title, summary, body, source, author, tag, lang, domain, outlet, exact, stem) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12)";

    /// <summary>Takes an article's words away.</summary>
    public const string Delete = "DELETE FROM words WHERE rowid = $1";

    private readonly StringBuilder _buffer = new();
    private readonly HashSet<string> _exact = [];
    private readonly HashSet<string> _stem = [];

    public object?[] Values(Article article, long num)
    {
        _exact.Clear();
        _stem.Clear();
        return
        [
            num, Text(article.Title), Text(article.Summary), Text(article.Body), Names([article.Source ?? ""]), Names(article.Author), Names(article.Tag),
            Whole(article.Lang), Whole(article.Domain), OutletKey.Of(article.Source), Join(_exact), Join(_stem),
        ];
    }

    /// <summary>A value compared whole, as one token.</summary>
    public static string Whole(string? value) => value is null ? "" : value.Replace(' ', '_');

    private string Text(string text)
    {
        if (text.Length == 0) return "";
        var words = TextAnalyzer.Analyze(text);
        AddForms(words, TextAnalyzer.Analyze(text, AnalyzerKind.Exact), _exact, FtsForms.Exact);
        AddForms(words, TextAnalyzer.Analyze(text, AnalyzerKind.Stem), _stem, stem => stem);
        return Join(words.Select(w => w.Text));
    }

    private static void AddForms(IReadOnlyList<Token> words, IReadOnlyList<Token> forms, HashSet<string> into, Func<string, string> encode)
    {
        for (var i = 0; i < forms.Count; i++)
        {
            if (forms[i].Text != words[i].Text) into.Add(encode(forms[i].Text));
        }
    }

    // One empty position between two values keeps phrases from crossing; whatever could reach over it is checked by the matcher.
    private string Names(IReadOnlyList<string> values) =>
        Join(values.SelectMany((v, i) => TextAnalyzer.Analyze(v).Select(t => t.Text).Prepend(i == 0 ? "" : FtsForms.Gap)));

    private string Join(IEnumerable<string> tokens)
    {
        _buffer.Clear();
        foreach (var token in tokens) _buffer.Append(token).Append(' ');
        return _buffer.ToString();
    }
}
