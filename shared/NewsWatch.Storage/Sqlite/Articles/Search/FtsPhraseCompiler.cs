using NewsWatch.Matching;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Storage.Sqlite.Articles.Search;

/// <summary>Words and phrases in FTS5.</summary>
internal static class FtsPhraseCompiler
{
    public static FtsBound Compile(PhraseNode phrase, Field? field)
    {
        if (AsPhrase(phrase) is { } text) return FtsBound.Exactly(FtsSyntax.In(field, text));
        if (phrase.Terms.Count == 1) return Single(phrase.Terms[0], field);
        if (phrase.Slop > 0 && phrase.Terms.All(t => t is WordTerm)) return Sloppy(phrase, field);
        return FtsBound.All([.. Runs(phrase, field)]).Loosely();
    }

    /// <summary>The phrase as FTS5 writes it, or <see langword="null"/> where it has something that FTS5 lacks.</summary>
    public static string? AsPhrase(PhraseNode phrase)
    {
        if (phrase.Slop > 0) return null;
        var tokens = new List<string>(phrase.Terms.Count);
        foreach (var term in phrase.Terms)
        {
            if (term is WordTerm word) tokens.Add(word.Text);
            else if (term is WildcardTerm { IsPrefix: true } prefix && tokens.Count == phrase.Terms.Count - 1) return FtsSyntax.Phrase([.. tokens, prefix.Prefix], prefix: true);
            else return null;
        }

        return FtsSyntax.Phrase(tokens);
    }

    private static FtsBound Single(Term term, Field? field) => term switch
    {
        WordTerm word => FtsBound.Exactly(FtsSyntax.In(field, FtsSyntax.Phrase([word.Text]))),
        WildcardTerm wildcard => FtsBound.Within(FtsSyntax.In(field, FtsSyntax.Phrase([wildcard.Prefix], prefix: true))),
        ExactTerm exact => Exact(exact, field),
        StemTerm stem => Stem(stem, field),
        _ => FtsBound.Anything,
    };

    // The column of exact forms speaks of title, summary and body together, and holds only what differs from the folded form.
    private static FtsBound Exact(ExactTerm term, Field? field)
    {
        var folded = FtsSyntax.In(field, FtsSyntax.Phrase([term.Folded]));
        if (term.Text == term.Folded || !IsDefault(field)) return FtsBound.Within(folded);
        var form = "exact : " + FtsSyntax.Phrase([FtsForms.Exact(term.Text)]);
        return field is null ? FtsBound.Exactly(form) : FtsBound.All([FtsBound.Within(folded), FtsBound.Within(form)]);
    }

    // The column of stems holds only what differs from the word itself; a word that is its own stem stands among the words.
    private static FtsBound Stem(StemTerm term, Field? field)
    {
        if (!IsDefault(field)) return FtsBound.Anything;
        var stem = FtsBound.Exactly("stem : " + FtsSyntax.Phrase([term.Stem]));
        var own = TextAnalyzer.Analyze(term.Stem, AnalyzerKind.Stem) is [var token] && token.Text == term.Stem;
        var bound = own ? FtsBound.Any([stem, FtsBound.Exactly(FtsSyntax.In(field, FtsSyntax.Phrase([term.Stem])))]) : stem;
        return field is null ? bound : bound.Loosely();
    }

    // Terms with slop n lie within n + k - 1 positions, so at most n + k - 2 stand between the first and the last.
    private static FtsBound Sloppy(PhraseNode phrase, Field? field)
    {
        var words = phrase.Terms.Select(t => FtsSyntax.Phrase([((WordTerm)t).Text]));
        return FtsBound.Within(FtsSyntax.In(field, FtsSyntax.Near(words, phrase.Slop + phrase.Terms.Count - 2)));
    }

    // Stretches of plain words as phrases, everything else by itself.
    private static IEnumerable<FtsBound> Runs(PhraseNode phrase, Field? field)
    {
        var run = new List<string>();
        foreach (var term in phrase.Terms)
        {
            if (term is WordTerm word && (run.Count == 0 || phrase.Slop == 0))
            {
                run.Add(word.Text);
                continue;
            }

            if (run.Count > 0) yield return FtsBound.Within(FtsSyntax.In(field, FtsSyntax.Phrase(run)));
            run.Clear();
            yield return Single(term, field);
        }

        if (run.Count > 0) yield return FtsBound.Within(FtsSyntax.In(field, FtsSyntax.Phrase(run)));
    }

    private static bool IsDefault(Field? field) => field is null or Field.Title or Field.Summary or Field.Body;
}
