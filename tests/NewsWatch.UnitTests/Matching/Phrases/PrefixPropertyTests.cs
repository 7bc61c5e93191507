using CsCheck;
using NewsWatch.Matching.Analysis;
using NewsWatch.Matching.Phrases;
using Xunit;

namespace NewsWatch.UnitTests.Matching.Phrases;

/// <summary>Beginnings of words, alone and among phrases, are found where a naive search finds them.</summary>
public sealed class PrefixPropertyTests
{
    private static readonly Gen<string> Prefix = Gen.OneOf(
        "l", "le", "let", "leth", "lethal", "nonl", "nonlethal", "sanct", "sanctions", "resanct", "gu", "gulf", "presid", "u", "us", "ete", "stras", "\u0435\u043B", "\u5236", "12", "3,0", "snake_",
        "countercoun", "\uD83D\uDC4D", "averyver", "averyvery", "sanction", "sanctione", "averyveryverylongwordthat");

    // More than are in one table, and more of one beginning than are compared at once.
    private static readonly string[] Alike =
    [
        .. Enumerable.Range('a', 26).Select(unit => $"leth{(char)unit}"), .. Enumerable.Range('a', 26).Select(unit => $"sanction{(char)unit}"),
        .. Enumerable.Range('a', 26).Select(unit => $"pres{(char)unit}den"), .. Enumerable.Range('a', 26).Select(unit => $"averyvery{(char)unit}"), "gul", "ai", "a",
    ];

    // The same in letters beyond ASCII, as long as those, some with a last unit of which eight bits are 0, beside odd words.
    private static readonly Gen<string> OtherPrefix = Gen.OneOf(
        "\u0441\u0430\u043D", "\u0441\u0430\u043D\u043A\u0446\u0438\u043E\u043D", "\u0441\u0430\u043D\u043A\u0446\u0438\u043E\u043D\u043D", "o\u0436", "sanct\u0436", "\u0430\u0434\u0434\u0434\u0434\u0434\u0434\u0434",
        "00000000", "000000001", "\uAC00\uB098\uB2E4\uB77C\uB9C8\uBC14\uC0AC", "\uAC00\uB098\uB2E4\uB77C\uB9C8\uBC14\uC0AC\uAC00", "o'b", "o'brien", "sanction", "sanctione");

    private static readonly Gen<string> OtherText = Gen.OneOf(
        "\u0441\u0430\u043D\u043A\u0446\u0438\u043E\u043D\u043D\u044B\u0439", "O'Brien's", "\U0001F44D", "sanctioned", "sanct\u0436\u0436", "000000001", "\u5236", "\u0430\u0434\u0434\u0434\u0434\u0434\u0434\u0434\u0434",
        "\uAC00\uB098\uB2E4\uB77C\uB9C8\uBC14\uC0AC\uAC00", "x", "l'o\u0436\u0436").Array[1, 12].Select(words => string.Join(' ', words));

    // Words that make no token leave the prefix alone.
    private static readonly Gen<(string[] Words, string Prefix)> Ending = Gen.Select(
        SomePhrases.Words.Array[0, 3], Prefix, (words, prefix) => (words.SelectMany(word => TextAnalyzer.Analyze(word)).Select(token => token.Text).ToArray(), prefix));

    private static readonly Gen<string> Text = Gen.Select(SomePhrases.Text, Gen.OneOf("", " averyveryverylongwordthatgoeson ", " sanctioned-presidential ", " l'Etendard U.S.A.'s "))
        .Select((text, more) => text + more);

    [Fact]
    public void Prefixes_and_phrases_are_found_side_by_side() =>
        Gen.Select(Prefix.Array[1, 12], SomePhrases.Phrases, Text).Sample((prefixes, phrases, text) =>
        {
            var list = SomePhrases.List(SomePhrases.Numbered(phrases));
            for (var number = 0; number < prefixes.Length; number++) list.AddPrefix(100 + number, prefixes[number]);
            var expected = NaivePhraseSearch.Find(text, SomePhrases.Numbered(phrases)).Concat(Naive(text, prefixes, 100));
            AssertFinds(expected, PhraseIndex.Build(list), text);
        });

    [Fact]
    public void Prefixes_are_found_among_many_that_begin_alike() =>
        Gen.Select(Prefix.Array[1, 12], Gen.Int[0, Alike.Length], Text).Sample((prefixes, count, text) =>
        {
            string[] all = [.. prefixes, .. Alike[..count]];
            AssertFinds(Naive(text, all, 0), Index(all), text);
        }, iter: 300);

    [Fact]
    public void Prefixes_of_all_scripts_are_found_once_each() =>
        Gen.Select(OtherPrefix.Array[1, 10], Gen.Select(Gen.OneOf("x", "\u5236", "O'Brien").Array[0, 2], OtherPrefix).Array[0, 10], OtherText).Sample((prefixes, endings, text) =>
        {
            (string[] Words, string Prefix)[] all = [.. prefixes.Select(prefix => (Array.Empty<string>(), prefix)), .. endings.Select(ending => (Forms(ending.Item1), ending.Item2))];
            AssertFinds(Naive(text, all), PhraseIndex.Build(List(all)), text);
        }, iter: 2_000);

    [Fact]
    public void Thousands_that_begin_alike_are_found_as_a_few_are()
    {
        string[] prefixes = ["s", "sa", "san", "sanc", .. Enumerable.Range(0, 5_000).Select(number => $"sanc{number:x4}"), .. Enumerable.Range(0, 300).Select(number => $"aa{number:x3}"), "aa", "a"];
        const string Text = "sanc0001 sanc012 sanc0fff0 sancffff aa001 aa0 sanctions a san aa12bcd";
        AssertFinds(Naive(Text, prefixes, 0), Index(prefixes), Text);
    }

    [Fact]
    public void One_ending_behind_many_words_is_found_behind_each()
    {
        (string[] Words, string Prefix)[] endings = [.. Enumerable.Range(0, 300).Select(number => (new[] { $"w{number}" }, "sanct")), (["w7", "w8"], "sanct"), (["w8"], "sanctio")];
        const string Text = "w7 sanctions w8 sanctions w7 w8 sanctions w299 sanctuary w300 sanctions";
        AssertFinds(Naive(Text, endings), PhraseIndex.Build(List(endings)), Text);
    }

    [Fact]
    public void What_a_text_before_had_is_not_found_again()
    {
        var (index, tokens, hits) = (Index(["o'brien"]), new TokenBuffer(), new PhraseHits());
        tokens.Fill("O'Brien");
        index.MayMatch("x", tokens);
        index.Find(tokens, hits);
        Assert.Empty(hits.Items.ToArray());
    }

    [Fact]
    public void A_text_of_thousands_of_words_is_searched_to_its_end()
    {
        string[] prefixes = ["l", "le", "let", "leth", "letha", "lethal", .. Alike];
        var text = string.Concat(Enumerable.Repeat("lethal aid, non-lethal sanctions, averyveryverylongword. ", 1_000));
        AssertFinds(Naive(text, prefixes, 0), Index(prefixes), text);
    }

    [Fact]
    public void Phrases_that_end_in_a_prefix_are_found_by_their_end() =>
        Gen.Select(Ending.Array[1, 12], Prefix.Array[0, 3], Text).Sample((endings, alone, text) =>
        {
            var list = List(endings);
            for (var number = 0; number < alone.Length; number++) list.AddPrefix(100 + number, alone[number]);
            AssertFinds(Naive(text, alone, 100).Concat(Naive(text, endings)), PhraseIndex.Build(list), text);
        });

    [Theory]
    [InlineData(0, 300)]
    [InlineData(20_000, 30)]
    public void Parts_of_a_text_whose_last_word_is_only_begun_are_found_beside_so_many_others(int others, int times) =>
        Gen.Select(Text, Gen.Select(Gen.Int[0, 60], Gen.Int[0, 12], Gen.Int[1, 9]).Array[1, 20]).Sample((text, cuts) =>
        {
            var forms = Forms([text]);
            (string[] Words, string Prefix)[] endings =
            [
                .. cuts.Where(cut => cut.Item1 + cut.Item2 < forms.Length)
                    .Select(cut => (forms[cut.Item1..(cut.Item1 + cut.Item2)], Begun(forms[cut.Item1 + cut.Item2], cut.Item3))),
            ];
            var list = List(endings);
            for (var number = 0; number < others; number++) list.Add(1_000 + number, $"never {number}");
            AssertFinds(Naive(text, endings), PhraseIndex.Build(list), text);
        }, iter: times);

    [Fact]
    public void A_text_that_may_not_match_holds_no_phrase_that_ends_in_a_prefix() => Gen.Select(Ending.Array[1, 4], Text).Sample((endings, text) =>
        Assert.True(PhraseIndex.Build(List(endings)).MayMatch(text, new TokenBuffer()) || !Naive(text, endings).Any(), $"'{text}' was thrown out"), iter: 3_000);

    [Fact]
    public void Phrases_that_end_in_a_prefix_come_and_go_one_by_one() =>
        Gen.Select(Ending.Array[2, 12], Gen.Int[0, 20].HashSet[0, 6], Gen.Bool, Text).Sample((endings, removed, isLarge, text) =>
        {
            // Half of them later, beside others that make the first part large enough to stay.
            var half = endings.Length / 2;
            var first = List(endings[..half]);
            for (var number = 0; isLarge && number < 5_000; number++) first.Add(1_000 + number, $"other{number}");
            var changed = PhraseIndex.Build(first).With(List(endings[half..], half), removed.Where(id => id < half).ToList());
            var expected = Naive(text, endings).Where(hit => hit.Id >= half || !removed.Contains(hit.Id)).ToList();
            AssertFinds(expected, changed, text);
            AssertFinds(expected, changed.Merge(), text);
        }, iter: 100);

    [Theory]
    [InlineData("\uAC00\uB098\uB2E4\uB77C\uB9C8\uBC14\uC0AC", "\uAE30 \uAC00\uB098\uB2E4\uB77C\uB9C8\uBC14\uC0AC\uB300")] // the eighth letter's low byte is 0
    [InlineData("\u044D\u043B\u0435\u043A\u0442\u0440\u043E\u0441\u0442", "\u0433\u043B \u044D\u043B\u0435\u043A\u0442\u0440\u043E\u0441\u0442\u0430\u043D\u0446\u0438\u044F")]
    [InlineData("electric", "the electricity")]
    [InlineData("electrici", "the electricity")]
    [InlineData("electricx", "the electricity")]
    [InlineData("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijk", "the abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl")]
    public void A_long_prefix_is_found_once_alone_and_behind_a_word(string prefix, string text)
    {
        (string[] Words, string Prefix)[] both = [([], prefix), ([TextAnalyzer.Analyze(text)[0].Text], prefix)];
        AssertFinds(Naive(text, both), PhraseIndex.Build(List(both)), text);
    }

    [Fact]
    public void Prefixes_of_one_token_are_found_once_each_however_long()
    {
        const string Text = "snake_abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
        string[] all = [.. Enumerable.Range(1, Text.Length).Select(length => Text[..length])];
        AssertFinds(Naive(Text, all, 0), Index(all), Text);
        foreach (var (one, other) in all.SelectMany(one => all, (one, other) => (one, other)))
        {
            string[] both = [one, other];
            AssertFinds(Naive(Text, both, 0), Index(both), Text);
        }
    }

    [Fact]
    public void A_text_that_may_not_match_holds_no_prefix() => Gen.Select(Prefix.Array[1, 4], Text).Sample((prefixes, text) =>
        Assert.True(Index(prefixes).MayMatch(text, new TokenBuffer()) || !Naive(text, prefixes, 0).Any(), $"'{text}' was thrown out for {string.Join('|', prefixes)}"), iter: 3_000);

    [Fact]
    public void Ids_that_share_a_prefix_come_and_go_one_by_one() =>
        Gen.Select(Gen.OneOf("gulf", "sanct", "l").Array[2, 20], Gen.Int[0, 30].HashSet[0, 10], Text).Sample((prefixes, removed, text) =>
        {
            var expected = Naive(text, prefixes, 0).Where(hit => !removed.Contains(hit.Id)).ToList();
            var changed = Index(prefixes).With(new PhraseList(), removed);
            AssertFinds(expected, changed, text);
            AssertFinds(expected, changed.Merge(), text);
        }, iter: 200);

    [Theory]
    [InlineData("")]
    [InlineData("0123456789012345678901234567890123456789012345678901234567890123")]
    public void A_prefix_has_1_to_63_units(string prefix) => Assert.Throws<ArgumentOutOfRangeException>(() => new PhraseList().AddPrefix(1, prefix));

    // Whole characters.
    private static string Begun(string form, int length) => form[..Math.Min(form.Length, char.IsHighSurrogate(form[Math.Min(form.Length, length) - 1]) ? length + 1 : length)];

    private static string[] Forms(string[] words) => [.. words.SelectMany(word => TextAnalyzer.Analyze(word)).Select(token => token.Text)];

    private static PhraseIndex Index(string[] prefixes)
    {
        var list = new PhraseList();
        for (var number = 0; number < prefixes.Length; number++) list.AddPrefix(number, prefixes[number]);
        return PhraseIndex.Build(list);
    }

    private static PhraseList List((string[] Words, string Prefix)[] endings, int firstId = 0)
    {
        var list = new PhraseList();
        for (var number = 0; number < endings.Length; number++) list.AddPrefix(firstId + number, endings[number].Words, endings[number].Prefix);
        return list;
    }

    private static IEnumerable<PhraseHit> Naive(string text, (string[] Words, string Prefix)[] endings) =>
        endings.SelectMany((ending, number) => Naive(text, ending.Words, ending.Prefix, number));

    private static IEnumerable<PhraseHit> Naive(string text, string[] prefixes, int firstId) =>
        prefixes.SelectMany((prefix, number) => Naive(text, [], prefix, firstId + number));

    private static IEnumerable<PhraseHit> Naive(string text, string[] words, string prefix, int id)
    {
        var tokens = TextAnalyzer.Analyze(text);
        for (var last = words.Length; last < tokens.Count; last++)
        {
            var first = last - words.Length;
            if (tokens[last].Text.StartsWith(prefix, StringComparison.Ordinal) && tokens.Skip(first).Take(words.Length).Select(token => token.Text).SequenceEqual(words))
                yield return new(id, first, words.Length + 1, tokens[first].Start, tokens[last].End);
        }
    }

    private static void AssertFinds(IEnumerable<PhraseHit> expected, PhraseIndex index, string text)
    {
        var (tokens, hits) = (new TokenBuffer(), new PhraseHits());
        tokens.Fill(text);
        index.Find(tokens, hits);
        Assert.Equal(Ordered(expected), Ordered(hits.Items.ToArray()));
    }

    private static IEnumerable<PhraseHit> Ordered(IEnumerable<PhraseHit> hits) => hits.OrderBy(hit => hit.Position).ThenBy(hit => hit.Tokens).ThenBy(hit => hit.Id);
}
