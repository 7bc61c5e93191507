using NewsWatch.Contracts;
using NewsWatch.Gateway.Console.Live;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.Gateway.Console;

public sealed class AlertLineTests
{
    [Fact]
    public void The_sentence_is_the_first_that_does_not_repeat_the_title()
    {
        var alert = Some.Alert("Sanctions stay");
        alert = alert with { Matches = [Match("Sanctions stay", 0, 0, 9), Match("The sanctions begin on Monday.", 16, 20, 9)] };

        var line = AlertLine.Of(alert);
        Assert.Equal("The sanctions begin on Monday.", string.Concat(line.Sentence.Select(p => p.Text)));
        Assert.Equal("sanctions", Assert.Single(line.Sentence, p => p.IsMarked).Text);
    }

    [Fact]
    public void A_text_without_sentences_is_cut_around_the_match()
    {
        var text = new string('x', 3_000) + " sanctions " + new string('y', 3_000);
        var line = AlertLine.Of(Some.Alert() with { Matches = [Match(text, 0, 3_001, 9)] });

        Assert.InRange(line.Sentence.Sum(p => p.Text.Length), 300, 420);
        Assert.Equal("sanctions", Assert.Single(line.Sentence, p => p.IsMarked).Text);
    }

    private static AlertMatch Match(string sentence, int sentenceStart, int start, int length) =>
        new() { Field = "body", Start = start, Length = length, Text = sentence.Substring(start - sentenceStart, length), Sentence = sentence, SentenceStart = sentenceStart };
}
