using NewsWatch.Contracts;
using NewsWatch.Matching.Analysis;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Storage.Sqlite.Articles;

/// <summary>An article as the full-text index reads it: for each column its tokens, joined by spaces. Keep one a thread.</summary>
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

    private readonly TokenBuffer _words = new();
    private readonly FtsText _text = new();
    private readonly ExactForms _exact = new();
    private readonly StemForms _stem = new();

    /// <summary>Values for <see cref="Put"/>.</summary>
    public object?[] Values(Article article, long num)
    {
        _exact.Clear();
        _stem.Clear();
        return
        [
            num, Text(article.Title), Text(article.Summary), Text(article.Body), Names([article.Source ?? ""]), Names(article.Author), Names(article.Tag),
            Whole(article.Lang), Whole(article.Domain), OutletKey.Of(article.Source), _exact.ToString(), _stem.ToString(),
        ];
    }

    /// <summary>A value compared whole, as one token.</summary>
    public static string Whole(string? value) => value is null ? "" : value.Replace(' ', '_');

    private string Text(string text)
    {
        if (text.Length == 0) return "";
        _words.Fill(text);
        _text.Clear();
        for (var i = 0; i < _words.Count; i++)
        {
            var form = _words.Form(i);
            _text.Add(form);
            _stem.Add(form, _words.Hashes[i]);
            _exact.Add(form, text.AsSpan(_words.Starts[i].._words.Ends[i]));
        }

        return _text.ToString();
    }

    // One empty position between two values keeps phrases from crossing; whatever could reach over it is checked by the matcher.
    private string Names(IReadOnlyList<string> values)
    {
        _text.Clear();
        for (var i = 0; i < values.Count; i++)
        {
            if (i > 0) _text.Add(FtsForms.Gap);
            _words.Fill(values[i]);
            _text.Add(_words);
        }

        return _text.ToString();
    }
}
