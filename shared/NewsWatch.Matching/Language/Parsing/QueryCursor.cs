using NewsWatch.Matching.Language.Parsing.Lexing;
using NewsWatch.Matching.Language.Parsing.Mistakes;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Parsing;

/// <summary>How far the reading of one text has come: its lexemes, the one at hand, and the field it stands in.</summary>
internal sealed class QueryCursor
{
    private int _at;

    /// <param name="text">A query or a fragment.</param>
    /// <param name="budget">Shared by all that is read for one query.</param>
    /// <param name="field">The field that it stands in, if any.</param>
    /// <exception cref="QuerySyntaxException">The text is too long or cannot be cut into lexemes.</exception>
    public QueryCursor(string text, ParseBudget budget, Field? field)
    {
        if (text.Length > QueryLimits.MaxLength)
            throw QueryError.At(text, QueryLimits.MaxLength, text.Length, $"The query is {text.Length:N0} characters long.", $"at most {QueryLimits.MaxLength:N0}; @fragments keep long lists apart");
        Text = text;
        Budget = budget;
        Field = field;
        Lexemes = Lexer.Read(text);
        SplitOperators.Check(text, Lexemes);
    }

    public string Text { get; }

    /// <summary>All of it in pieces; the last is the end.</summary>
    public List<Lexeme> Lexemes { get; }

    public ParseBudget Budget { get; }

    /// <summary>The field whose group is being read; <see langword="null"/> outside of any.</summary>
    public Field? Field { get; set; }

    /// <summary>The lexeme at hand.</summary>
    public Lexeme Current => Lexemes[_at];

    public void Advance() => _at++;

    /// <summary>Goes on behind a lexeme of this kind, if one is at hand.</summary>
    public bool Take(LexemeKind kind)
    {
        if (Current.Kind != kind) return false;
        _at++;
        return true;
    }

    /// <summary>One level further down, until it is disposed of.</summary>
    public ParseBudget.Nesting Deeper() => Budget.Deeper(Text, Current);

    /// <summary>Refuses an operand that was just read where places are measured and it has none.</summary>
    public void CheckPlaces(QueryNode operand, Lexeme start, string what)
    {
        if (Places.Problem(operand) is { } found)
            throw QueryError.At(Text, start.Start, Lexemes[_at - 1].End, $"{what} measures between words and phrases, not {found}.", Places.Expected);
    }

    /// <summary>What is at hand cannot be an operand.</summary>
    public QuerySyntaxException NoOperand() => OperandErrors.Expected(Text, Lexemes, _at);
}
