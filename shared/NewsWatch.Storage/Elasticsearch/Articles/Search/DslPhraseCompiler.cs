using System.Text.Json.Nodes;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Storage.Elasticsearch.Articles.Search;

/// <summary>Words and phrases in the query DSL.</summary>
internal static class DslPhraseCompiler
{
    public static DslBound Compile(PhraseNode phrase, string[] fields)
    {
        if (phrase.Terms.Count == 1) return InAny(fields, field => Single(field, phrase.Terms[0]));
        if (Tokens(phrase) is { } tokens) return InAny(fields, field => Dsl.Phrase(field + tokens.Suffix, tokens.Texts, phrase.Slop));
        return phrase.Slop == 0 && IntervalRules.OfPhrase(phrase, fields[0]) is not null
            ? InAny(fields, field => Dsl.Intervals(field, IntervalRules.OfPhrase(phrase, field)!))
            : EachTerm(phrase, fields);
    }

    // The field of a phrase is the same for all its terms, so terms of one kind make a phrase of that kind's field.
    private static (string Suffix, string[] Texts)? Tokens(PhraseNode phrase)
    {
        var forms = phrase.Terms.Select(Form).ToArray();
        return forms.All(f => f is not null && f.Value.Suffix == forms[0]!.Value.Suffix) ? (forms[0]!.Value.Suffix, [.. forms.Select(f => f!.Value.Text)]) : null;
    }

    /// <summary>The subfield that a term's token stands in, and the token; <see langword="null"/> for a term that is no single token.</summary>
    public static (string Suffix, string Text)? Form(Term term) => term switch
    {
        WordTerm word => ("", word.Text),
        ExactTerm exact => (".exact", exact.Text),
        StemTerm stem => (".stem", stem.Stem),
        _ => null,
    };

    private static JsonObject Single(string field, Term term)
    {
        if (Form(term) is { } form) return Dsl.Term(field + form.Suffix, form.Text);
        var wildcard = (WildcardTerm)term;
        return wildcard.IsPrefix ? Dsl.Prefix(field, wildcard.Prefix) : Dsl.Wildcard(field, Dsl.Escape(wildcard.Prefix) + wildcard.Rest);
    }

    private static DslBound EachTerm(PhraseNode phrase, string[] fields) =>
        DslBound.All([.. phrase.Terms.Where(t => t is not AnyTerm).Select(t => InAny(fields, field => Single(field, t)))]).Loosely();

    private static DslBound InAny(string[] fields, Func<string, JsonObject> clause) => DslBound.Any([.. fields.Select(f => DslBound.Exactly(clause(f)))]);
}
