using NewsWatch.Matching.Language.Parsing.Lexing;
using NewsWatch.Matching.Language.Parsing.Mistakes;
using NewsWatch.Matching.Language.Parsing.Words;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Parsing;

/// <summary>Reads what operators join: words, phrases, values, fragments, groups and functions, each with its field.</summary>
/// <param name="cursor">Where the reading is.</param>
/// <param name="readOr">Reads a whole query, for what stands in parentheses.</param>
internal sealed class OperandReader(QueryCursor cursor, Func<QueryNode> readOr)
{
    private Lexeme Current => cursor.Current;

    private string Text => cursor.Text;

    public QueryNode Read()
    {
        if (Current.Kind != LexemeKind.Field) return ReadPrimary();
        var name = Current;
        if (cursor.Field is { } outer)
            throw QueryError.At(Text, name, $"A field stands inside {Fields.Name(outer)}:.", "words and phrases; close the group before the next field");
        using var _ = cursor.Deeper();
        cursor.Advance();
        if (!Current.StartsOperand || Current.Kind is LexemeKind.Not)
            throw QueryError.At(Text, Current, $"{name.Text}: names a field and no value.", "a word, a \"phrase\" or '('");
        cursor.Field = name.Field;
        var operand = ReadPrimary();
        cursor.Field = null;
        return new FieldNode(name.Field, operand);
    }

    private QueryNode ReadPrimary()
    {
        var lexeme = Current;
        if (cursor.Field is { } f && !Fields.IsText(f) && lexeme.Kind is LexemeKind.Word or LexemeKind.Phrase) return ReadValue(f);
        return lexeme.Kind switch
        {
            LexemeKind.Word => ReadWords(new PhraseReader(Text).Word(lexeme)),
            LexemeKind.Phrase => ReadWords(new PhraseReader(Text).Phrase(lexeme)),
            LexemeKind.Fragment => ReadFragment(),
            LexemeKind.Open => ReadGroup(),
            LexemeKind.Sentence => ReadSentence(),
            LexemeKind.AtLeast => ReadAtLeast(),
            _ => throw cursor.NoOperand(),
        };
    }

    private PhraseNode ReadWords(PhraseNode phrase)
    {
        cursor.Budget.Spend(phrase.Terms.Count, Text, Current);
        cursor.Advance();
        return phrase;
    }

    private ValueNode ReadValue(Field field)
    {
        var value = new ValueReader(Text).Read(field, Current);
        cursor.Budget.Spend(1, Text, Current);
        cursor.Advance();
        return value;
    }

    private FragmentNode ReadFragment()
    {
        using var _ = cursor.Deeper();
        var fragment = new FragmentReader(Text, cursor.Budget).Read(Current, cursor.Field);
        cursor.Advance();
        return fragment;
    }

    private QueryNode ReadGroup()
    {
        using var _ = cursor.Deeper();
        var open = Current;
        cursor.Advance();
        if (Current.Kind == LexemeKind.Close)
            throw QueryError.At(Text, open.Start, Current.End, "Parentheses are empty.", QueryError.Operand, QueryError.Replace(Text, open.Start, Current.End, ""));
        var inner = readOr();
        if (!cursor.Take(LexemeKind.Close)) throw QueryError.At(Text, Current, $"The '(' at column {open.Start + 1} is never closed.", "')'", Text.TrimEnd() + ")");
        return inner;
    }

    private SentenceNode ReadSentence()
    {
        var name = Current;
        RefuseInValue(name, "SENTENCE");
        cursor.Advance();
        var operand = ReadGroup();
        if (Sentences.Problem(operand) is { } found)
            throw QueryError.At(Text, name, $"SENTENCE joins words, phrases, NEAR, AND, OR and NOT, not {found}.", "SENTENCE(words and phrases)");
        if (EmptyArticle.Holds(operand))
            throw QueryError.At(Text, name, "Nearly every sentence satisfies this.", "at least one word that must be in the sentence");
        return new(operand);
    }

    private AtLeastNode ReadAtLeast()
    {
        var name = Current;
        RefuseInValue(name, "ATLEAST");
        cursor.Advance();
        var operand = ReadGroup();
        cursor.CheckPlaces(operand, name, "ATLEAST");
        return new(name.Number, operand);
    }

    private void RefuseInValue(Lexeme lexeme, string what)
    {
        if (cursor.Field is { } f && !Fields.IsText(f))
            throw QueryError.At(Text, lexeme, $"{Fields.Name(f)}: is compared whole; {what} needs text.", "a value, or values joined by OR");
    }
}
