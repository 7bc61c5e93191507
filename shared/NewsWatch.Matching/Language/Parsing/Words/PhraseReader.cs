using NewsWatch.Matching.Language.Parsing.Lexing;
using NewsWatch.Matching.Language.Parsing.Mistakes;
using NewsWatch.Matching.Language.Tree;
using NewsWatch.Matching.Unicode;

namespace NewsWatch.Matching.Language.Parsing.Words;

/// <summary>Makes the nodes of words and phrases.</summary>
/// <param name="text">The whole query, for errors.</param>
internal sealed class PhraseReader(string text)
{
    public PhraseNode Word(Lexeme lexeme)
    {
        var words = new List<string>();
        var terms = new List<Term>();
        WordMistakes.Check(text, lexeme);
        Add(lexeme.Text, lexeme.Start, false, words, terms);
        return Node(lexeme, words, terms);
    }

    public PhraseNode Phrase(Lexeme lexeme)
    {
        var words = new List<string>();
        var terms = new List<Term>();
        foreach (var range in Split(lexeme.Text))
        {
            var start = lexeme.Start + 1 + range.Start.Value;
            Add(lexeme.Text[range], start, true, words, terms);
        }

        return Node(lexeme, words, terms);
    }

    private static IEnumerable<Range> Split(string phrase)
    {
        for (var at = 0; at < phrase.Length; at++)
        {
            if (Spelling.IsSpace(phrase[at])) continue;
            var start = at;
            while (at < phrase.Length && !Spelling.IsSpace(phrase[at])) at++;
            yield return start..at;
        }
    }

    private void Add(string written, int start, bool quoted, List<string> words, List<Term> terms)
    {
        var word = quoted ? WildcardReader.WithoutQuestionMarks(NormalFormC.Of(written)) : NormalFormC.Of(written);
        var before = terms.Count;
        var problem = WordReader.Read(word, quoted, terms);
        if (problem is not null) throw Refused(written, start, problem);
        // Punctuation between the words of a phrase makes no term and is not kept.
        if (terms.Count > before) words.Add(word);
    }

    private QuerySyntaxException Refused(string written, int start, WordProblem problem)
    {
        var end = start + written.Length;
        var meant = problem.Instead is { } instead ? QueryError.Replace(text, start, end, instead) : null;
        return QueryError.At(text, start, end, problem.Why, problem.Expected, meant);
    }

    private PhraseNode Node(Lexeme lexeme, List<string> words, List<Term> terms)
    {
        if (terms.Count == 0) throw Nothing(lexeme);
        if (terms.TrueForAll(t => t is AnyTerm))
            throw QueryError.At(text, lexeme, "This would match every text.", "a word beside the '*'");
        if (lexeme.Number > 0 && terms.Exists(t => t is AnyTerm))
            throw QueryError.At(text, lexeme, "A '*' alone and '~n' exclude each other: either one certain place, or a loose order.", "a phrase with one of them");
        if (lexeme.Number > 0 && terms.Count > QueryLimits.MaxSlopTerms)
            throw QueryError.At(text, lexeme, $"A phrase with '~n' has {terms.Count} words.", $"at most {QueryLimits.MaxSlopTerms}");
        return new(new([.. words]), new([.. terms]), terms.Count == 1 ? 0 : lexeme.Number);
    }

    private QuerySyntaxException Nothing(Lexeme lexeme) => lexeme.Kind == LexemeKind.Phrase && lexeme.Text.All(Spelling.IsSpace)
        ? QueryError.At(text, lexeme, "A phrase is empty.", "words between the quotation marks", QueryError.Replace(text, lexeme.Start, lexeme.End, ""))
        : QueryError.At(text, lexeme, "Nothing here can be searched for.", "at least one letter, digit or emoji", QueryError.Replace(text, lexeme.Start, lexeme.End, ""));
}
