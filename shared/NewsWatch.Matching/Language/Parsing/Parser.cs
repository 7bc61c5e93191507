using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Matching.Language.Parsing.Lexing;
using NewsWatch.Matching.Language.Parsing.Mistakes;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Parsing;

/// <summary>Reads a query by recursive descent, one lexeme of look-ahead, in linear time: here the operators, in <see cref="OperandReader"/> what they join.</summary>
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
    private readonly QueryCursor _cursor;
    private readonly OperandReader _operands;

    private Parser(QueryCursor cursor)
    {
        _cursor = cursor;
        _operands = new OperandReader(cursor, ReadOr);
    }

    private Lexeme Current => _cursor.Current;

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
        var cursor = new QueryCursor(text, budget, field);
        lexemes = cursor.Lexemes;
        var root = new Parser(cursor).ReadOr();
        if (cursor.Current is { Kind: not LexemeKind.End } rest)
            throw QueryError.At(text, rest, "A ')' closes nothing.", "AND, OR, another word or the end", QueryError.Replace(text, rest.Start, rest.End, ""));
        return root;
    }

    private QueryNode ReadOr()
    {
        var operands = new List<QueryNode> { ReadAnd() };
        while (_cursor.Take(LexemeKind.Or)) operands.Add(ReadAnd());
        return Combine.Or(operands);
    }

    private QueryNode ReadAnd()
    {
        var operands = new List<QueryNode> { ReadNot() };
        while (_cursor.Take(LexemeKind.And) || Current.StartsOperand) operands.Add(ReadNot());
        return Combine.And(operands);
    }

    private QueryNode ReadNot()
    {
        if (Current.Kind != LexemeKind.Not) return ReadNear();
        using var _ = _cursor.Deeper();
        _cursor.Advance();
        return Combine.Not(ReadNot());
    }

    private QueryNode ReadNear()
    {
        var first = Current;
        var operands = new List<QueryNode> { _operands.Read() };
        if (Current.Kind != LexemeKind.Near) return operands[0];
        var near = Current;
        _cursor.CheckPlaces(operands[0], first, near.Text);
        while (Current.Kind == LexemeKind.Near) operands.Add(ReadNearOperand(near));
        if (operands.Count > QueryLimits.MaxNearOperands)
            throw QueryError.At(_cursor.Text, near, $"{operands.Count} operands are joined by {near.Text}.", $"at most {QueryLimits.MaxNearOperands}");
        return new NearNode(new([.. operands]), near.Number, near.Ordered);
    }

    private QueryNode ReadNearOperand(Lexeme near)
    {
        if (Current.Number != near.Number || Current.Ordered != near.Ordered)
            throw QueryError.At(_cursor.Text, Current, "Different distances stand side by side.", "parentheses that say what belongs together, as in (a NEAR/2 b) NEAR/8 c");
        _cursor.Advance();
        if (Current.Kind == LexemeKind.Not)
            throw QueryError.At(_cursor.Text, Current, $"{near.Text} needs something that is there.", "a word, a phrase or '('; to exclude, write NOT (a NEAR b)");
        var start = Current;
        var operand = _operands.Read();
        _cursor.CheckPlaces(operand, start, near.Text);
        return operand;
    }
}
