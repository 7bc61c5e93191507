using NewsWatch.Matching.Language.Fragments;
using NewsWatch.Matching.Language.Parsing.Lexing;
using NewsWatch.Matching.Language.Parsing.Mistakes;
using NewsWatch.Matching.Language.Tree;

namespace NewsWatch.Matching.Language.Parsing;

/// <summary>Puts the tree of a fragment where a query refers to it.</summary>
/// <param name="text">The query or fragment that refers, for errors.</param>
/// <param name="budget">Shared by all that is read for one query.</param>
internal sealed class FragmentReader(string text, ParseBudget budget)
{
    public FragmentNode Read(Lexeme lexeme, Field? field)
    {
        RefuseCycle(lexeme);
        if (budget.Find(lexeme.Text, field) is { } known) return Again(lexeme, known);
        var before = budget.Terms;
        var node = Parse(lexeme, Find(lexeme), field);
        budget.Keep(field, new(node, budget.Terms - before, Tree.Height.Of(node)));
        return node;
    }

    private FragmentNode Again(Lexeme lexeme, ParseBudget.Known known)
    {
        budget.Spend(known.Terms, text, lexeme);
        budget.CheckDepth(known.Height, text, lexeme);
        return known.Node;
    }

    private void RefuseCycle(Lexeme lexeme)
    {
        if (!budget.Open.Contains(lexeme.Text)) return;
        var path = string.Join(" → ", budget.Open.SkipWhile(n => n != lexeme.Text).Append(lexeme.Text).Select(n => "@" + n));
        throw QueryError.InFragment(text, lexeme, $"The fragment contains itself: {path}.");
    }

    private Fragment Find(Lexeme lexeme) => budget.Source.Find(lexeme.Text) ?? throw QueryError.At(
        text, lexeme, $"There is no fragment @{lexeme.Text}.", "the name of a fragment",
        QueryError.Replace(text, lexeme.Start, lexeme.End, $"\"{text[lexeme.Start..lexeme.End]}\""));

    private FragmentNode Parse(Lexeme lexeme, Fragment fragment, Field? field)
    {
        budget.Enter(lexeme.Text);
        try
        {
            return new(lexeme.Text, fragment.Version, Parser.ParsePart(fragment.Text, budget, field, out _));
        }
        catch (QuerySyntaxException inner)
        {
            throw QueryError.InFragment(text, lexeme, inner.FragmentReason ?? $"In @{lexeme.Text}: {inner.Message}");
        }
        finally
        {
            budget.Leave();
        }
    }
}
