using System.Text.RegularExpressions;
using NewsWatch.Matching;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Analysis.Sentences;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.UnitTests.Matching.Watches;

/// <summary>One value of a field with its tokens in all three forms, or the part of it that is one sentence.</summary>
internal sealed class NaiveStream
{
    private readonly IReadOnlyList<Token> _text;
    private readonly IReadOnlyList<Token> _exact;
    private readonly IReadOnlyList<Token> _stem;

    private NaiveStream(Field field, string text, IReadOnlyList<Token> words, IReadOnlyList<Token> exact, IReadOnlyList<Token> stem) =>
        (Field, Text, _text, _exact, _stem) = (field, text, words, exact, stem);

    public Field Field { get; }

    public string Text { get; }

    public int Count => _text.Count;

    public static List<NaiveStream> AllOf(Document document) =>
    [
        Of(Field.Title, document.Title), Of(Field.Summary, document.Summary), Of(Field.Body, document.Body), Of(Field.Source, document.Source),
        .. document.Author.Select(a => Of(Field.Author, a)), .. document.Tag.Select(t => Of(Field.Tag, t)),
        Of(Field.Lang, document.Lang), Of(Field.Domain, document.Domain), Of(Field.Url, document.Url),
    ];

    public bool Has(Term term, int position) => term switch
    {
        WordTerm word => _text[position].Text == word.Text,
        ExactTerm exact => _exact[position].Text == exact.Text,
        StemTerm stem => _stem[position].Text == stem.Stem,
        WildcardTerm wildcard => Regex.IsMatch(_text[position].Text, Pattern(wildcard), RegexOptions.Singleline),
        _ => true,
    };

    public IEnumerable<NaiveStream> Sentences()
    {
        for (var start = 0; start < Text.Length;)
        {
            var end = SentenceFinder.End(Text, start);
            yield return Part(start, end);
            start = Math.Max(end, start + 1);
        }
    }

    public MatchSpan Span((int Start, int End) place) =>
        new(Field, _text[place.Start].Start, _text[place.End - 1].End - _text[place.Start].Start);

    private static NaiveStream Of(Field field, string text) =>
        new(field, text, TextAnalyzer.Analyze(text), TextAnalyzer.Analyze(text, AnalyzerKind.Exact), TextAnalyzer.Analyze(text, AnalyzerKind.Stem));

    private NaiveStream Part(int start, int end) => new(Field, Text, Cut(_text, start, end), Cut(_exact, start, end), Cut(_stem, start, end));

    private static Token[] Cut(IReadOnlyList<Token> tokens, int start, int end) => [.. tokens.Where(t => t.Start >= start && t.Start < end)];

    private static string Pattern(WildcardTerm wildcard) =>
        "^" + Regex.Escape(wildcard.Prefix) + Regex.Escape(wildcard.Rest).Replace(@"\*", ".*", StringComparison.Ordinal).Replace(@"\?", @"(?:[\uD800-\uDBFF][\uDC00-\uDFFF]|.)", StringComparison.Ordinal) + "$";
}
