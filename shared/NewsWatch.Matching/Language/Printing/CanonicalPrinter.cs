using System.Text;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Printing;

/// <summary>Prints a tree so that parsing the print yields the tree.</summary>
internal sealed class CanonicalPrinter
{
    private readonly StringBuilder _out = new();

    public static string Print(QueryNode node)
    {
        var printer = new CanonicalPrinter();
        printer.Write(node, Binding.Or);
        return printer._out.ToString();
    }

    private void Write(QueryNode node, Binding around)
    {
        var binding = BindingOf(node);
        if (binding >= around)
        {
            WriteBare(node);
            return;
        }

        _out.Append('(');
        WriteBare(node);
        _out.Append(')');
    }

    private void WriteBare(QueryNode node)
    {
        switch (node)
        {
            case OrNode or: WriteJoined(or.Operands, " OR ", Binding.And); break;
            case AndNode and: WriteJoined(and.Operands, " AND ", Binding.Not); break;
            case NotNode not: WritePrefixed("NOT ", not.Operand, Binding.Near); break;
            case NearNode near: WriteJoined(near.Operands, $" {(near.Ordered ? "ONEAR" : "NEAR")}/{near.Distance} ", Binding.Item); break;
            case FieldNode field: WritePrefixed(Fields.Name(field.Field) + ":", field.Operand, Binding.Primary); break;
            case FragmentNode fragment: _out.Append('@').Append(fragment.Name); break;
            case SentenceNode sentence: WriteCall("SENTENCE", sentence.Operand); break;
            case AtLeastNode atLeast: WriteCall($"ATLEAST/{atLeast.Count}", atLeast.Operand); break;
            case PhraseNode phrase: _out.Append(PhrasePrinter.Print(phrase)); break;
            case ValueNode value: _out.Append(PhrasePrinter.Print(value)); break;
        }
    }

    private void WriteJoined(NodeList<QueryNode> operands, string between, Binding around)
    {
        for (var i = 0; i < operands.Count; i++)
        {
            if (i > 0) _out.Append(between);
            Write(operands[i], around);
        }
    }

    private void WritePrefixed(string prefix, QueryNode operand, Binding around)
    {
        _out.Append(prefix);
        Write(operand, around);
    }

    private void WriteCall(string name, QueryNode operand)
    {
        _out.Append(name).Append('(');
        Write(operand, Binding.Or);
        _out.Append(')');
    }

    private static Binding BindingOf(QueryNode node) => node switch
    {
        OrNode => Binding.Or,
        AndNode => Binding.And,
        NotNode => Binding.Not,
        NearNode => Binding.Near,
        FieldNode => Binding.Item,
        _ => Binding.Primary,
    };

    /// <summary>From loosest to tightest.</summary>
    private enum Binding
    {
        Or,
        And,
        Not,
        Near,
        Item,
        Primary,
    }
}
