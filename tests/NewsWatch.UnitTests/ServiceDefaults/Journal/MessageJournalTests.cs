using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.Testing;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Journal;

public sealed class MessageJournalTests : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_not_finished_is_replayed_in_order_to_whom_it_is_owed()
    {
        await using (var journal = _folder.Open())
        {
            var first = await JournalFolder.AppendAsync(journal, "first");
            var second = await JournalFolder.AppendAsync(journal, "second");
            await JournalFolder.AppendAsync(journal, "third");
            journal.Complete(second, 2);
            journal.Complete(first, 2);
            journal.Complete(first, 1);
        }

        Assert.Equal([("second", 1), ("third", 3)], await _folder.UnfinishedAsync());
    }

    [Fact]
    public async Task Numbers_go_on_after_a_restart_and_finishing_works_across_it()
    {
        long first;
        await using (var journal = _folder.Open()) first = await JournalFolder.AppendAsync(journal, "first");
        await using (var journal = _folder.Open())
        {
            Assert.True(await JournalFolder.AppendAsync(journal, "second") > first);
            journal.Complete(first, 3);
        }

        Assert.Equal([("second", 3)], await _folder.UnfinishedAsync());
    }

    [Fact]
    public async Task Finishing_twice_or_what_was_never_there_changes_nothing()
    {
        var finished = new List<long>();
        await using (var journal = _folder.Open())
        {
            journal.Finished += finished.Add;
            var number = await JournalFolder.AppendAsync(journal, "once");
            journal.Complete(number, 1);
            journal.Complete(number, 1);
            journal.Complete(12_345, 1);
            journal.Complete(number, 2);
            journal.Complete(number, 2);
        }

        Assert.Equal([1L], finished);
        Assert.Empty(await _folder.UnfinishedAsync());
    }

    [Fact]
    public async Task A_handler_that_throws_does_not_end_the_writer()
    {
        await using var journal = _folder.Open();
        journal.Finished += _ => throw new ObjectDisposedException("somebody");
        journal.Complete(await JournalFolder.AppendAsync(journal, "first"), 3);

        Assert.Equal(2, await JournalFolder.AppendAsync(journal, "second").WaitAsync(TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Many_senders_at_once_each_get_a_number_and_none_is_lost()
    {
        var texts = Enumerable.Range(0, 2_000).Select(i => $"message {i}").ToList();
        await using (var journal = _folder.Open())
        {
            var numbers = await Task.WhenAll(texts.Select(text => Task.Run(() => JournalFolder.AppendAsync(journal, text))));
            Assert.Equal(texts.Count, numbers.Distinct().Count());
        }

        Assert.Equal(texts.Order(StringComparer.Ordinal), (await _folder.UnfinishedAsync()).Select(m => m.Text).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_full_file_is_followed_by_another_and_goes_when_all_in_it_and_before_it_is_finished()
    {
        await using var journal = _folder.Open(segmentSize: 90);
        var numbers = new List<long>();
        for (var i = 0; i < 6; i++) numbers.Add(await JournalFolder.AppendAsync(journal, new string('x', 80)));
        Assert.Equal(6, _folder.Files.Length);

        // The second file is finished, but waits for the first: a later file may hold the notes that finish an earlier one.
        journal.Complete(numbers[1], 3);
        await JournalFolder.AppendAsync(journal, "later");
        Assert.Equal("000000000001.journal", Path.GetFileName(_folder.Files[0]));

        journal.Complete(numbers[0], 3);
        await JournalFolder.AppendAsync(journal, "later still");
        await Eventually.IsTrueAsync(() => Task.FromResult(Path.GetFileName(_folder.Files[0]) == "000000000003.journal"), "the first two files to go");
    }

    [Fact]
    public async Task A_journal_that_ended_takes_nothing_more_and_says_so()
    {
        var journal = _folder.Open();
        await journal.DisposeAsync();

        await Assert.ThrowsAsync<BrokerUnavailableException>(() => JournalFolder.AppendAsync(journal, "late"));
    }

    [Fact]
    public async Task A_finished_journal_does_not_grow_over_restarts()
    {
        for (var i = 0; i < 5; i++)
        {
            await using var journal = _folder.Open();
            journal.Complete(await JournalFolder.AppendAsync(journal, "text"), 3);
        }

        Assert.True(_folder.Files.Length <= 2, string.Join(' ', _folder.Files));
    }

    [Fact]
    public async Task What_is_finished_while_the_disk_takes_nothing_is_finished()
    {
        var finished = new TaskCompletionSource<long>();
        await using var journal = _folder.Open(segmentSize: 1);
        journal.Finished += finished.SetResult;
        var number = await JournalFolder.AppendAsync(journal, "first");
        // In the way of the next file, which is due.
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "000000000002.journal"), "", TestContext.Current.CancellationToken);
        await Assert.ThrowsAsync<BrokerUnavailableException>(() => JournalFolder.AppendAsync(journal, "second"));

        journal.Complete(number, 3);

        Assert.Equal(number, await finished.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal(0, journal.Waiting(1));
        File.Delete(Path.Combine(_folder.Path, "000000000002.journal"));
        Assert.True(await JournalFolder.AppendAsync(journal, "third") > number);
    }

    [Fact]
    public async Task What_is_to_be_replayed_is_given_once_so_that_its_files_need_not_stay_in_memory()
    {
        await using (var journal = _folder.Open()) await JournalFolder.AppendAsync(journal, "first");
        await using var again = _folder.Open();

        Assert.Single(again.TakeUnfinished());
        Assert.Empty(again.TakeUnfinished());
    }
}
