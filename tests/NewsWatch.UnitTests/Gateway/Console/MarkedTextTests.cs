using NewsWatch.Gateway.Console.Articles;
using NewsWatch.Gateway.Console.Parts;
using Xunit;

namespace NewsWatch.UnitTests.Gateway.Console;

public sealed class MarkedTextTests
{
    [Fact]
    public void A_text_is_cut_at_its_places_in_their_order()
    {
        var pieces = MarkedText.Cut("aid and sanctions", [(8, 9), (0, 3)]);

        Assert.Equal([new Piece("aid", true), new Piece(" and ", false), new Piece("sanctions", true)], pieces);
    }

    [Fact]
    public void Places_that_overlap_or_lie_outside_lose_no_letter()
    {
        var pieces = MarkedText.Cut("lethal aid", [(0, 6), (3, 7), (8, 50), (40, 2)]);

        Assert.Equal("lethal aid", string.Concat(pieces.Select(p => p.Text)));
        Assert.All(pieces, piece => Assert.True(piece.IsMarked));
    }

    [Fact]
    public void Watches_that_hold_at_one_place_share_a_mark()
    {
        var marks = new MarkedPlaces();
        var paragraph = Assert.Single(marks.Paragraphs("no lethal aid", [(3, 10, 0), (10, 3, 1)]));

        Assert.Equal(("no ", 0), (paragraph[0].Text, paragraph[0].Number));
        Assert.Equal(("lethal aid", 1), (paragraph[1].Text, paragraph[1].Number));
        Assert.Equal([0, 1], paragraph[1].Watches);
        Assert.Equal(1, marks.Count);
    }

    [Fact]
    public void A_mark_over_the_end_of_a_paragraph_counts_once_and_numbers_go_on_through_all_fields()
    {
        var marks = new MarkedPlaces();
        var first = marks.Paragraphs("the end\n\nof it, again", [(4, 7, 0), (16, 5, 0)]);
        var second = marks.Paragraphs("again", [(0, 5, 0)]);

        Assert.Equal([("the ", 0), ("end", 1)], first[0].Select(p => (p.Text, p.Number)));
        Assert.Equal([("of", 0), (" it, ", 0), ("again", 2)], first[1].Select(p => (p.Text, p.Number)));
        Assert.NotEmpty(first[1][0].Watches);
        Assert.Equal(3, Assert.Single(Assert.Single(second)).Number);
    }
}
