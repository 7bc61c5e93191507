using System.Text;
using NewsWatch.Contracts;
using NewsWatch.Ingestion.Articles;
using NewsWatch.Ingestion.Intake;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Testing;
using Xunit;
using static NewsWatch.UnitTests.Ingestion.Intake.RunningIntake;

namespace NewsWatch.UnitTests.Ingestion.Intake;

public sealed class ArticleIntakeTests
{
    [Fact]
    public async Task New_repeated_changed_and_bad_are_told_apart_in_one_call()
    {
        await using var intake = await StartAsync();

        var results = await intake.AcceptAsync(Draft("a"), Draft("a"), Draft("a", "Other text."), new ArticleDraft(), Draft("b"));

        Assert.Equal([IntakeOutcome.New, IntakeOutcome.Unchanged, IntakeOutcome.Changed, IntakeOutcome.Rejected, IntakeOutcome.New], results.Select(r => r.Outcome));
        Assert.Equal([1, 1, 2, 0, 1], results.Select(r => r.Revision));
        Assert.Equal([("a", 1), ("a", 2), ("b", 1)], intake.Broker.Articles.Select(a => (a.Title, a.Revision)));
    }

    [Fact]
    public async Task What_the_archive_knows_is_known()
    {
        await using var intake = await StartAsync();
        var stored = new ArticleFactory(intake.Clock).Create(Draft("a")).Article! with { Revision = 3, Seen = Some.Time.AddDays(-1) };
        intake.Archive.Knows(stored);

        var results = await intake.AcceptAsync(Draft("a"), Draft("a", "Changed."));

        Assert.Equal([(IntakeOutcome.Unchanged, 3), (IntakeOutcome.Changed, 4)], results.Select(r => (r.Outcome, r.Revision)));
        var changed = Assert.Single(intake.Broker.Articles);
        Assert.Equal((Some.Time.AddDays(-1), Some.Time), (changed.Seen, changed.Revised));
    }

    [Fact]
    public async Task A_slow_question_about_one_article_holds_up_no_other()
    {
        await using var intake = await StartAsync();
        var (asked, answer) = (new TaskCompletionSource(), new TaskCompletionSource());
        intake.Archive.Thinking = _ => asked.TrySetResult() ? answer.Task : Task.CompletedTask;

        var slow = intake.AcceptAsync(Draft("slow"));
        await asked.Task;
        Assert.Equal(IntakeOutcome.New, (await intake.AcceptAsync(Draft("quick")))[0].Outcome);
        Assert.False(slow.IsCompleted);
        answer.SetResult();

        Assert.Equal(IntakeOutcome.New, (await slow)[0].Outcome);
    }

    [Fact]
    public async Task The_later_text_is_the_later_revision_however_long_the_archive_thinks_of_the_earlier()
    {
        await using var intake = await StartAsync();
        intake.Archive.Knows(new ArticleFactory(intake.Clock).Create(Draft("a")).Article!);
        var (asked, answer, askedAgain) = (new TaskCompletionSource(), new TaskCompletionSource(), new TaskCompletionSource());
        intake.Archive.Thinking = _ =>
        {
            if (asked.TrySetResult()) return answer.Task;
            askedAgain.TrySetResult();
            return Task.CompletedTask;
        };

        var earlier = intake.AcceptAsync(Draft("a", "The earlier text."));
        await asked.Task;
        var later = intake.AcceptAsync(Draft("a", "The later text."));
        await askedAgain.Task;
        // What came after it is through, so that the later text would be, too, if nothing held it back.
        await intake.AcceptAsync(Draft("b"));
        Assert.False(later.IsCompleted);
        answer.SetResult();

        Assert.Equal((IntakeOutcome.Changed, 2), (await earlier).Select(r => (r.Outcome, r.Revision)).Single());
        Assert.Equal((IntakeOutcome.Changed, 3), (await later).Select(r => (r.Outcome, r.Revision)).Single());
        Assert.Equal([("The earlier text.", 2), ("The later text.", 3)], intake.Broker.Articles.Where(a => a.Title == "a").Select(a => (a.Body, a.Revision)));
    }

    [Fact]
    public async Task Whatever_goes_out_has_its_language()
    {
        await using var intake = await StartAsync();
        var (text, changed) = ("The committee said on Tuesday that the talks would go on.", "Der Ausschuss teilte am Dienstag mit, dass die Gespräche weitergehen.");

        await intake.AcceptAsync(Draft("Talks", text), Draft("Talks", text), Draft("Talks", changed));
        await intake.AcceptAsync(Draft("Talks", changed), Draft("Talks", text));

        Assert.Equal(["en", "de", "en"], intake.Broker.Articles.Select(a => a.Lang));
    }

    [Fact]
    public async Task An_archive_that_is_away_does_not_stop_the_news_and_is_left_alone_for_a_while()
    {
        await using var intake = await StartAsync();
        intake.Archive.Away = true;

        Assert.Equal(IntakeOutcome.New, (await intake.AcceptAsync(Draft("a")))[0].Outcome);
        var unasked = (await intake.AcceptAsync(Draft("b")))[0];
        Assert.Equal(IntakeOutcome.New, unasked.Outcome);
        Assert.Equal(1, intake.Archive.Questions);
        Assert.Equal([unasked.Id], intake.Archive.Announced);

        intake.Clock.Advance(TimeSpan.FromSeconds(6));
        await intake.AcceptAsync(Draft("c"));
        Assert.Equal(2, intake.Archive.Questions);
    }

    [Fact]
    public async Task An_archive_that_does_not_answer_is_waited_for_only_so_long()
    {
        await using var intake = await StartAsync();
        intake.Archive.Silent = true;

        var accepting = intake.AcceptAsync(Draft("a"));
        await Eventually.IsTrueAsync(
            () =>
            {
                intake.Clock.Advance(TimeSpan.FromSeconds(1));
                return Task.FromResult(accepting.IsCompleted);
            },
            "the intake to go on");

        Assert.Equal(IntakeOutcome.New, (await accepting)[0].Outcome);
    }

    [Fact]
    public async Task A_failed_publish_fails_the_senders_and_what_they_send_again_is_new_again()
    {
        await using var intake = await StartAsync();
        intake.Broker.Failure = new BrokerUnavailableException("The broker is away.");
        await Assert.ThrowsAsync<BrokerUnavailableException>(() => intake.AcceptAsync(Draft("a"), Draft("b")));

        intake.Broker.Failure = null;
        Assert.Equal([IntakeOutcome.New, IntakeOutcome.New], (await intake.AcceptAsync(Draft("a"), Draft("b"))).Select(r => r.Outcome));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Of_two_texts_that_could_not_be_published_neither_is_taken_for_known(bool together)
    {
        await using var intake = await StartAsync();
        var gate = new TaskCompletionSource();
        intake.Broker.Gate = gate.Task;
        intake.Broker.Failure = new BrokerUnavailableException("The broker is away.");
        Task[] accepting = together
            ? [intake.AcceptAsync(Draft("a"), Draft("a", "Changed."))]
            : [intake.AcceptAsync(Draft("a")), intake.AcceptAsync(Draft("a", "Changed."))];
        gate.SetResult();
        foreach (var one in accepting) await Assert.ThrowsAsync<BrokerUnavailableException>(() => one);

        intake.Broker.Failure = null;
        Assert.Equal([(IntakeOutcome.New, 1)], (await intake.AcceptAsync(Draft("a"))).Select(r => (r.Outcome, r.Revision)));
        Assert.Equal([(IntakeOutcome.Changed, 2)], (await intake.AcceptAsync(Draft("a", "Changed."))).Select(r => (r.Outcome, r.Revision)));
    }

    [Fact]
    public async Task A_change_that_could_not_be_published_is_a_change_again_although_the_archive_lags_behind()
    {
        await using var intake = await StartAsync();
        await intake.AcceptAsync(Draft("a"));
        intake.Broker.Failure = new BrokerUnavailableException("The broker is away.");
        await Assert.ThrowsAsync<BrokerUnavailableException>(() => intake.AcceptAsync(Draft("a", "Changed.")));

        intake.Broker.Failure = null;
        Assert.Equal([(IntakeOutcome.Changed, 2)], (await intake.AcceptAsync(Draft("a", "Changed."))).Select(r => (r.Outcome, r.Revision)));
        Assert.Equal([(IntakeOutcome.Changed, 3)], (await intake.AcceptAsync(Draft("a"))).Select(r => (r.Outcome, r.Revision)));
    }

    [Fact]
    public async Task A_repeat_is_answered_only_when_what_it_repeats_is_confirmed()
    {
        await using var intake = await StartAsync();
        var confirm = new TaskCompletionSource();
        intake.Broker.Gate = confirm.Task;
        var first = intake.AcceptAsync(Draft("a"));
        await Eventually.IsTrueAsync(() => Task.FromResult(intake.Broker.Begun == 1), "the publish to begin");
        var repeat = intake.AcceptAsync(Draft("a"));
        // The marker goes through the same loop behind the repeat.
        var marker = intake.AcceptAsync(Draft("marker"));
        await Eventually.IsTrueAsync(() => Task.FromResult(intake.Broker.Begun == 2), "the marker's publish to begin");
        Assert.False(repeat.IsCompleted);

        confirm.SetResult();
        Assert.Equal(IntakeOutcome.New, (await first)[0].Outcome);
        Assert.Equal(IntakeOutcome.Unchanged, (await repeat)[0].Outcome);
        Assert.Equal(IntakeOutcome.New, (await marker)[0].Outcome);
    }

    [Fact]
    public async Task A_repeat_of_what_fails_fails_too()
    {
        await using var intake = await StartAsync();
        var gate = new TaskCompletionSource();
        intake.Broker.Gate = gate.Task;
        var first = intake.AcceptAsync(Draft("a"));
        await Eventually.IsTrueAsync(() => Task.FromResult(intake.Broker.Begun == 1), "the publish to begin");
        var repeat = intake.AcceptAsync(Draft("a"));
        gate.SetException(new BrokerUnavailableException("The broker is away."));

        await Assert.ThrowsAsync<BrokerUnavailableException>(() => first);
        // Taken up before the failure it shares it; taken up after, it is new and meets the same closed gate.
        await Assert.ThrowsAsync<BrokerUnavailableException>(() => repeat);
    }

    [Fact]
    public async Task Many_senders_of_one_article_at_once_publish_it_once()
    {
        await using var intake = await StartAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 500).Select(_ => Task.Run(() => intake.AcceptAsync(Draft("same")))));

        Assert.Single(intake.Broker.Articles);
        Assert.Single(results, r => r[0].Outcome == IntakeOutcome.New);
        Assert.Equal(499, results.Count(r => r[0].Outcome == IntakeOutcome.Unchanged));
    }

    [Fact]
    public async Task Batches_hold_at_most_256_KB_of_text_in_any_script()
    {
        await using var intake = await StartAsync();
        var drafts = Enumerable.Range(0, 40).Select(i => Draft($"a{i}", new string(i % 2 == 0 ? '新' : 'x', 20_000))).ToArray();

        await intake.AcceptAsync(drafts);

        Assert.Equal(40, intake.Broker.Articles.Count);
        Assert.All(intake.Broker.Batches, batch => Assert.True(batch.Articles.Sum(a => Encoding.UTF8.GetByteCount(a.Article.Body)) <= ArticlesIngested.MaxBytes));
        Assert.InRange(intake.Broker.Batches.Count, 7, 20);
    }

    [Fact]
    public async Task Full_batches_do_not_wait_for_small_ones()
    {
        await using var intake = await StartAsync(new IntakeOptions { PublishesInFlight = 1, FullPublishesInFlight = 3 });
        var gate = new TaskCompletionSource();
        intake.Broker.Gate = gate.Task;
        var small = intake.AcceptAsync(Draft("a"));
        await Eventually.IsTrueAsync(() => Task.FromResult(intake.Broker.Begun == 1), "the small one to begin");

        // Twelve of them are a full batch; the last four are none.
        var large = intake.AcceptAsync([.. Enumerable.Range(0, 40).Select(i => Draft($"b{i}", new string('x', 20_000)))]);

        await Eventually.IsTrueAsync(() => Task.FromResult(intake.Broker.Begun == 4), "three full batches to begin");
        gate.SetResult();
        await Task.WhenAll(small, large);
        Assert.Equal([1, 4, 12, 12, 12], intake.Broker.Batches.Select(batch => batch.Articles.Count).Order());
    }

    [Fact]
    public async Task Who_waits_when_the_process_stops_is_told_at_once()
    {
        var intake = await StartAsync(new IntakeOptions { PublishesInFlight = 1 });
        intake.Broker.Gate = new TaskCompletionSource().Task;
        var publishing = intake.AcceptAsync(Draft("a"));
        await Eventually.IsTrueAsync(() => Task.FromResult(intake.Broker.Begun == 1), "the publish to begin");
        var blocked = intake.AcceptAsync(Draft("b"));
        var queued = intake.AcceptAsync(Draft("c"));

        await intake.StopAsync();

        foreach (var waiting in (Task[])[publishing, blocked, queued])
            await Assert.ThrowsAsync<BrokerUnavailableException>(() => waiting.WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<BrokerUnavailableException>(() => intake.AcceptAsync(Draft("d")));
        await intake.DisposeAsync();
    }

    [Fact]
    public async Task Too_many_waiting_are_sent_away()
    {
        await using var intake = await StartAsync(new IntakeOptions { Waiting = 2, PublishesInFlight = 1 });
        var gate = new TaskCompletionSource();
        intake.Broker.Gate = gate.Task;
        var waiting = intake.AcceptAsync(Draft("a"), Draft("b"), Draft("c"));

        await Assert.ThrowsAsync<IntakeBusyException>(() => intake.AcceptAsync(Draft("d")));

        gate.SetResult();
        Assert.Equal(3, (await waiting).Count);
    }
}
