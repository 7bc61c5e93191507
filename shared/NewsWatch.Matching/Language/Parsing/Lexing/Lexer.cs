using NewsWatch.Matching.Language.Parsing.Mistakes;

namespace NewsWatch.Matching.Language.Parsing.Lexing;

/// <summary>Cuts a query's text into pieces in one pass.</summary>
internal sealed class Lexer
{
    private readonly string _text;
    private readonly List<Lexeme> _lexemes = [];
    private int _at;

    private Lexer(string text) => _text = text;

    public static List<Lexeme> Read(string text)
    {
        var lexer = new Lexer(text);
        while (lexer.SkipSpace()) lexer.ReadOne();
        lexer.Add(new(LexemeKind.End, text.Length, text.Length));
        return lexer._lexemes;
    }

    private bool SkipSpace()
    {
        while (_at < _text.Length && Spelling.IsSpace(_text[_at])) _at++;
        return _at < _text.Length;
    }

    private void ReadOne()
    {
        switch (_text[_at])
        {
            case '(': Add(new(LexemeKind.Open, _at, _at + 1)); break;
            case ')': Add(new(LexemeKind.Close, _at, _at + 1)); break;
            case '"': Add(PhraseLexer.Read(_text, _at)); break;
            case '-': ReadMinus(); break;
            case '@': ReadFragment(); break;
            default: ReadRun(); break;
        }
    }

    private void Add(Lexeme lexeme)
    {
        _lexemes.Add(lexeme);
        _at = lexeme.End;
    }

    private void ReadMinus()
    {
        var end = _at + 1;
        if (end >= _text.Length || Spelling.IsSpace(_text[end]) || _text[end] == ')')
        {
            throw QueryError.At(_text, _at, end, "A '-' stands alone.", "a word right after the '-', as in -aid",
                QueryError.Replace(_text, _at, end, ""));
        }

        Add(new(LexemeKind.Not, _at, end, "-"));
    }

    private void ReadFragment()
    {
        var end = _at + 1;
        while (end < _text.Length && (char.IsAsciiLetterOrDigit(_text[end]) || _text[end] is '-' or '_')) end++;
        var runEnd = RunEnd();
        if (end == _at + 1 || end < runEnd || end - _at > 65)
        {
            throw QueryError.At(_text, _at, runEnd, "This is not the name of a fragment.", "@ and 1 to 64 letters, digits, '-' or '_'",
                QueryError.Replace(_text, _at, runEnd, $"\"{_text[_at..runEnd]}\""));
        }

        Add(new(LexemeKind.Fragment, _at, end, _text[(_at + 1)..end].ToLowerInvariant()));
    }

    private void ReadRun()
    {
        var end = RunEnd();
        var run = _text[_at..end];
        RunMistakes.Check(_text, _at, end);
        if (FieldLexer.TryRead(_text, _at, run, out var field)) Add(field);
        else if (OperatorLexer.TryRead(_text, _at, run, out var found)) Add(found);
        else Add(new(LexemeKind.Word, _at, end, run));
    }

    private int RunEnd()
    {
        var end = _at;
        while (end < _text.Length && !EndsRun(end)) end++;
        return end;
    }

    private bool EndsRun(int at) => _text[at] switch
    {
        '(' or ')' => true,
        '"' => !Spelling.IsGershayim(_text, at),
        var c => Spelling.IsSpace(c),
    };
}
