using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Matching.Language.Parsing.Lexing;
using NewsWatch.Matching.Language.Parsing.Mistakes;
using NewsWatch.Matching.Language.Parsing.Words;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Parsing;

/// <summary>Reads a query by recursive descent, one lexeme of look-ahead, in linear time.</summary>
/// <remarks>
/// <code>
/// query    := and ("OR" and)*                       loosest
/// and      := not (["AND"] not)*                    words side by side mean AND
/// not      := ("NOT" | "-") not | near              NOT takes a whole NEAR
/// near     := item ((NEAR[/n] | ONEAR[/n]) item)*   tightest; one distance a chain
/// item     := [field ":"] primary
/// primary  := word | "phrase"[~n] | @fragment | "(" query ")" | SENTENCE "(" query ")" | ATLEAST/n "(" query ")"
/// </code>
/// AND, OR and chains of one NEAR are associative and become one node; nothing else is rearranged.
/// </remarks>
internal sealed class Parser
{
    private readonly string _text;
    private readonly ParseBudget _budget;
    private readonly List<Lexeme> _lexemes;
    private Field? _field;
    private int _at;

    private Parser(string text, ParseBudget budget, Field? field)
    {
        if (text.Length > QueryLimits.MaxLength)
            throw QueryError.At(text, QueryLimits.MaxLength, text.Length, $"The query is {text.Length:N0} characters long.", $"at most {QueryLimits.MaxLength:N0}; @fragments keep long lists apart");
        _text = text;
        _budget = budget;
        _field = field;
        _lexemes = Lexer.Read(text);
        SplitOperators.Check(text, _lexemes);
    }

    private Lexeme Current => _lexemes[_at];

    public static QueryNode Parse(string text, IFragmentSource fragments, out List<Lexeme> lexemes)
    {
        var root = ParsePart(text, new ParseBudget(fragments), null, out lexemes);
        if (EmptyArticle.Holds(root))
        {
            throw QueryError.At(text, 0, text.Length, "The query holds for every article that lacks something, which is nearly all of them.",
                "at least one word that must be there, beside the NOT");
        }

        return root;
    }

    public static QueryNode ParsePart(string text, ParseBudget budget, Field? field, out List<Lexeme> lexemes)
    {
        var parser = new Parser(text, budget, field);
        lexemes = parser._lexemes;
        var root = parser.ReadOr();
        if (parser.Current.Kind != LexemeKind.End) throw parser.Unopened();
        return root;
    }

    public static QuerySyntaxException TooManyTerms(string text, Lexeme lexeme) =>
        QueryError.At(text, lexeme, "The query is too large.", $"at most {QueryLimits.MaxTerms:N0} words, those of its fragments counted");

    public static QuerySyntaxException TooDeep(string text, Lexeme lexeme) =>
        QueryError.At(text, lexeme, "The query is nested too deeply.", $"at most {QueryLimits.MaxDepth} levels, those of its fragments counted");

    private QueryNode ReadOr()
    {
        var operands = new List<QueryNode> { ReadAnd() };
        while (Take(LexemeKind.Or)) operands.Add(ReadAnd());
        return Combine.Or(operands);
    }

    private QueryNode ReadAnd()
    {
        var operands = new List<QueryNode> { ReadNot() };
        while (Take(LexemeKind.And) || Current.StartsOperand) operands.Add(ReadNot());
        return Combine.And(operands);
    }

    private QueryNode ReadNot()
    {
        if (Current.Kind != LexemeKind.Not) return ReadNear();
        using var _ = Deeper();
        _at++;
        return Combine.Not(ReadNot());
    }

    private QueryNode ReadNear()
    {
        var first = Current;
        var operands = new List<QueryNode> { ReadItem() };
        if (Current.Kind != LexemeKind.Near) return operands[0];
        var near = Current;
        CheckPlaces(operands[0], first, near.Text);
        while (Current.Kind == LexemeKind.Near) operands.Add(ReadNearOperand(near));
        if (operands.Count > QueryLimits.MaxNearOperands)
            throw QueryError.At(_text, near, $"{operands.Count} operands are joined by {near.Text}.", $"at most {QueryLimits.MaxNearOperands}");
        return new NearNode(new([.. operands]), near.Number, near.Ordered);
    }

    private QueryNode ReadNearOperand(Lexeme near)
    {
        if (Current.Number != near.Number || Current.Ordered != near.Ordered)
            throw QueryError.At(_text, Current, "Different distances stand side by side.", "parentheses that say what belongs together, as in (a NEAR/2 b) NEAR/8 c");
        _at++;
        if (Current.Kind == LexemeKind.Not)
            throw QueryError.At(_text, Current, $"{near.Text} needs something that is there.", "a word, a phrase or '('; to exclude, write NOT (a NEAR b)");
        var start = Current;
        var operand = ReadItem();
        CheckPlaces(operand, start, near.Text);
        return operand;
    }

    private void CheckPlaces(QueryNode operand, Lexeme start, string what)
    {
        if (Places.Problem(operand) is { } found)
            throw QueryError.At(_text, start.Start, _lexemes[_at - 1].End, $"{what} measures between words and phrases, not {found}.", Places.Expected);
    }

    private QueryNode ReadItem()
    {
        if (Current.Kind != LexemeKind.Field) return ReadPrimary();
        var name = Current;
        if (_field is { } outer)
            throw QueryError.At(_text, name, $"A field stands inside {Fields.Name(outer)}:.", "words and phrases; close the group before the next field");
        using var _ = Deeper();
        _at++;
        if (!Current.StartsOperand || Current.Kind is LexemeKind.Not)
            throw QueryError.At(_text, Current, $"{name.Text}: names a field and no value.", "a word, a \"phrase\" or '('");
        _field = name.Field;
        var operand = ReadPrimary();
        _field = null;
        return new FieldNode(name.Field, operand);
    }

    private QueryNode ReadPrimary()
    {
        var lexeme = Current;
        if (_field is { } f && !Fields.IsText(f) && lexeme.Kind is LexemeKind.Word or LexemeKind.Phrase) return ReadValue(f);
        switch (lexeme.Kind)
        {
            case LexemeKind.Word: return ReadWords(new PhraseReader(_text).Word(lexeme));
            case LexemeKind.Phrase: return ReadWords(new PhraseReader(_text).Phrase(lexeme));
            case LexemeKind.Fragment: return ReadFragment();
            case LexemeKind.Open: return ReadGroup();
            case LexemeKind.Sentence: return ReadSentence();
            case LexemeKind.AtLeast: return ReadAtLeast();
            default: throw OperandErrors.Expected(_text, _lexemes, _at);
        }
    }

    private PhraseNode ReadWords(PhraseNode phrase)
    {
        _budget.Terms += phrase.Terms.Count;
        if (_budget.Terms > QueryLimits.MaxTerms) throw TooManyTerms(_text, Current);
        _at++;
        return phrase;
    }

    private ValueNode ReadValue(Field field)
    {
        var value = new ValueReader(_text).Read(field, Current);
        if (++_budget.Terms > QueryLimits.MaxTerms) throw TooManyTerms(_text, Current);
        _at++;
        return value;
    }

    private FragmentNode ReadFragment()
    {
        using var _ = Deeper();
        var fragment = new FragmentReader(_text, _budget).Read(Current, _field);
        _at++;
        return fragment;
    }

    private QueryNode ReadGroup()
    {
        using var _ = Deeper();
        var open = Current;
        _at++;
        if (Current.Kind == LexemeKind.Close)
            throw QueryError.At(_text, open.Start, Current.End, "Parentheses are empty.", QueryError.Operand, QueryError.Replace(_text, open.Start, Current.End, ""));
        var inner = ReadOr();
        if (!Take(LexemeKind.Close)) throw Unclosed(open);
        return inner;
    }

    private SentenceNode ReadSentence()
    {
        var name = Current;
        RefuseInValue(name, "SENTENCE");
        _at++;
        var operand = ReadGroup();
        if (Sentences.Problem(operand) is { } found)
            throw QueryError.At(_text, name, $"SENTENCE joins words, phrases, NEAR, AND, OR and NOT, not {found}.", "SENTENCE(words and phrases)");
        if (EmptyArticle.Holds(operand))
            throw QueryError.At(_text, name, "Nearly every sentence satisfies this.", "at least one word that must be in the sentence");
        return new(operand);
    }

    private AtLeastNode ReadAtLeast()
    {
        var name = Current;
        RefuseInValue(name, "ATLEAST");
        _at++;
        var operand = ReadGroup();
        CheckPlaces(operand, name, "ATLEAST");
        return new(name.Number, operand);
    }

    private void RefuseInValue(Lexeme lexeme, string what)
    {
        if (_field is { } f && !Fields.IsText(f))
            throw QueryError.At(_text, lexeme, $"{Fields.Name(f)}: is compared whole; {what} needs text.", "a value, or values joined by OR");
    }

    private bool Take(LexemeKind kind)
    {
        if (Current.Kind != kind) return false;
        _at++;
        return true;
    }

    private Nesting Deeper()
    {
        if (++_budget.Depth > QueryLimits.MaxDepth) throw TooDeep(_text, Current);
        return new(_budget);
    }

    private QuerySyntaxException Unopened() => QueryError.At(_text, Current, "A ')' closes nothing.", "AND, OR, another word or the end",
        QueryError.Replace(_text, Current.Start, Current.End, ""));

    private QuerySyntaxException Unclosed(Lexeme open) =>
        QueryError.At(_text, Current, $"The '(' at column {open.Start + 1} is never closed.", "')'", _text.TrimEnd() + ")");

    private readonly struct Nesting(ParseBudget budget) : IDisposable
    {
        public void Dispose() => budget.Depth--;
    }
}
