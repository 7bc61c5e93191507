using NewsWatch.ServiceDefaults.Messaging.InMemory.Journal;
using Xunit;

namespace NewsWatch.UnitTests.ServiceDefaults.Journal;

public sealed class DamagedJournalTests : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Cut_anywhere_what_was_whole_is_kept_and_writing_goes_on()
    {
        var (bytes, ends) = await WriteAsync("first", "second", "third");
        string[] texts = ["first", "second", "third"];
        for (var cut = 0; cut <= bytes.Length; cut++)
        {
            Restore(bytes[..cut]);
            var whole = ends.Count(end => end <= cut);
            await using (var journal = _folder.Open())
            {
                Assert.Equal(texts[..whole], journal.TakeUnfinished().Select(Text));
                Assert.Equal(whole + 1, await JournalFolder.AppendAsync(journal, "next"));
            }

            Assert.Equal([.. texts[..whole], "next"], (await _folder.UnfinishedAsync()).Select(m => m.Text));
        }
    }

    [Fact]
    public async Task One_bad_byte_anywhere_costs_at_most_the_record_it_is_in()
    {
        var (bytes, ends) = await WriteAsync("first", "second", "third");
        string[] texts = ["first", "second", "third"];
        for (var at = 0; at < bytes.Length; at++)
        {
            var damaged = bytes.ToArray();
            damaged[at] ^= 0x20;
            Restore(damaged);
            var hit = ends.Count(end => end <= at);

            Assert.Equal([.. texts[..hit], .. texts[(hit + 1)..]], (await _folder.UnfinishedAsync()).Select(m => m.Text));
        }
    }

    [Fact]
    public async Task Rubbish_at_the_end_is_cut_off()
    {
        var (bytes, _) = await WriteAsync("first");
        Restore([.. bytes, .. Enumerable.Repeat((byte)0, 4_096)]);

        Assert.Equal([("first", 3)], await _folder.UnfinishedAsync());
        Assert.Equal(bytes.Length, new FileInfo(_folder.Files[0]).Length);
    }

    [Fact]
    public async Task A_lost_note_means_only_that_a_message_is_given_again()
    {
        await using (var journal = _folder.Open())
        {
            var number = await JournalFolder.AppendAsync(journal, "first");
            await JournalFolder.AppendAsync(journal, "second");
            journal.Complete(number, 1);
        }

        var file = _folder.Files.Single(f => new FileInfo(f).Length > 0);
        var bytes = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal([("first", 2), ("second", 3)], await _folder.UnfinishedAsync());

        Restore(bytes[..^1]);
        Assert.Equal([("first", 3), ("second", 3)], await _folder.UnfinishedAsync());
    }

    private static string Text(UnfinishedMessage message) => System.Text.Encoding.UTF8.GetString(message.Payload.Span);

    private async Task<(byte[] Bytes, List<int> Ends)> WriteAsync(params string[] texts)
    {
        var ends = new List<int>();
        await using (var journal = _folder.Open())
        {
            foreach (var text in texts)
            {
                await JournalFolder.AppendAsync(journal, text);
                ends.Add((int)new FileInfo(_folder.Files[^1]).Length);
            }
        }

        return (await File.ReadAllBytesAsync(_folder.Files[^1], TestContext.Current.CancellationToken), ends);
    }

    private void Restore(byte[] bytes)
    {
        foreach (var file in _folder.Files) File.Delete(file);
        File.WriteAllBytes(Path.Combine(_folder.Path, "000000000001.journal"), bytes);
    }
}
