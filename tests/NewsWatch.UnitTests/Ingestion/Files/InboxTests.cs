using NewsWatch.Ingestion.Intake;
using NewsWatch.ServiceDefaults.Messaging;
using Xunit;

namespace NewsWatch.UnitTests.Ingestion.Files;

public sealed class InboxTests
{
    [Fact]
    public async Task Every_kind_of_file_is_taken_in_and_moved_to_done()
    {
        await using var inbox = await RunningInbox.StartAsync();
        await inbox.PutAsync("a.txt", "China warns.\nA second line.\nsource: NBCNEWS\n");
        await inbox.PutAsync("b.json", "\uFEFF{\"title\": \"from json\"}");
        await inbox.PutAsync("c.jsonl", "{\"title\": \"first line\"}\r\n\n{\"title\": \"third line\"}");
        await inbox.PutAsync("d.HTML", "<html lang=de><title>Page</title><article><p>From a page.</p></article>");

        foreach (var name in (string[])["a.txt", "b.json", "c.jsonl", "d.HTML"]) await inbox.LookUntilFileAsync($"done/{name}");

        Assert.Equal(("China warns.\n\nA second line.", "NBCNEWS"), (inbox.Taken[0].Body, inbox.Taken[0].Source));
        Assert.Equal(["from json", "first line", "third line", "Page"], inbox.Taken.Skip(1).Select(d => d.Title));
        Assert.Equal(("From a page.", "de"), (inbox.Taken[4].Body, inbox.Taken[4].Lang));
        Assert.Empty(Directory.GetFiles(inbox.PathOf("failed")));
        Assert.Empty(Directory.GetFiles(inbox.Folder));
    }

    [Theory]
    [InlineData("a.pdf", "%PDF", "Files of the kind '.pdf' are not read")]
    [InlineData("nothing", "text", "does not say what it is")]
    [InlineData("a.json", "{", "not JSON at line 1")]
    [InlineData("a.json", "[]", "holds no article")]
    [InlineData("a.txt", "", "The file is empty")]
    [InlineData("a.txt", "source: X", "holds no text")]
    [InlineData("a.json", "{\"titel\": \"x\"}", "Unknown member 'titel'")]
    public async Task A_bad_file_goes_to_failed_with_the_reason_beside_it(string name, string text, string reason)
    {
        await using var inbox = await RunningInbox.StartAsync();
        await inbox.PutAsync(name, text);

        await inbox.LookUntilFileAsync($"failed/{name}");

        Assert.Contains(reason, await inbox.ReadAsync($"failed/{name}.reason.txt"), StringComparison.Ordinal);
        Assert.Empty(inbox.Taken);
    }

    [Fact]
    public async Task A_file_that_is_too_large_is_not_read()
    {
        await using var inbox = await RunningInbox.StartAsync();
        await inbox.PutAsync("a.txt", new string('x', 100_001));

        await inbox.LookUntilFileAsync("failed/a.txt");

        Assert.Contains("at most 100,000 are read", await inbox.ReadAsync("failed/a.txt.reason.txt"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_partly_good_file_the_good_is_taken_and_the_bad_named_by_line()
    {
        await using var inbox = await RunningInbox.StartAsync();
        await inbox.PutAsync("a.jsonl", "{\"title\": \"good\"}\nnot json\n{\"title\": \" \"}\n[{\"title\": \"x\"}, {\"title\": \"y\"}]\n{\"title\": \"also good\"}\n");

        await inbox.LookUntilFileAsync("failed/a.jsonl");

        Assert.Equal(["good", "also good"], inbox.Taken.Select(d => d.Title));
        var reasons = (await inbox.ReadAsync("failed/a.jsonl.reason.txt")).Split('\n');
        Assert.Equal("2 article(s) of this file were taken in; these were not:", reasons[0]);
        Assert.Equal(["line 2", "line 3", "line 4"], reasons[1..4].Select(r => r.Split(':')[0]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_name_that_was_there_before_gets_a_number()
    {
        await using var inbox = await RunningInbox.StartAsync();
        foreach (var done in (string[])["done/a.txt", "done/a.2.txt", "done/a.3.txt"])
        {
            await inbox.PutAsync("a.txt", done);
            await inbox.LookUntilFileAsync(done);
        }

        Assert.Equal("done/a.txt", await inbox.ReadAsync("done/a.txt"));
        Assert.Equal("done/a.3.txt", await inbox.ReadAsync("done/a.3.txt"));
    }

    [Fact]
    public async Task A_file_that_is_still_written_is_left_until_it_is_whole()
    {
        await using var inbox = await RunningInbox.StartAsync();
        await inbox.PutAsync("later.txt.part", "half");
        await inbox.PutAsync(".hidden.txt", "hidden");
        await inbox.PutAsync("growing.txt", "begin");
        await inbox.PutAsync("marker.txt", "x");
        var grown = "begin";
        await inbox.LookUntilAsync(
            () =>
            {
                if (File.Exists(inbox.PathOf("done/marker.txt"))) return true;
                // It grows between any two looks.
                File.WriteAllText(inbox.PathOf("growing.txt"), grown += " more");
                return false;
            },
            "the marker");
        Assert.True(File.Exists(inbox.PathOf("growing.txt")));

        await inbox.LookUntilFileAsync("done/growing.txt");
        Assert.Equal(grown, await inbox.ReadAsync("done/growing.txt"));
        Assert.True(File.Exists(inbox.PathOf("later.txt.part")) && File.Exists(inbox.PathOf(".hidden.txt")));
    }

    [Fact]
    public async Task While_the_broker_is_away_files_wait_where_they_are()
    {
        await using var inbox = await RunningInbox.StartAsync();
        inbox.Failure = new BrokerUnavailableException("The broker is away.");
        await inbox.PutAsync("a.txt", "text");
        await inbox.PutAsync("b.pdf", "bad");
        await inbox.LookUntilFileAsync("failed/b.pdf");
        Assert.True(File.Exists(inbox.PathOf("a.txt")));

        inbox.Failure = new IntakeBusyException("Busy.");
        await inbox.PutAsync("c.pdf", "bad");
        await inbox.LookUntilFileAsync("failed/c.pdf");
        Assert.True(File.Exists(inbox.PathOf("a.txt")));

        inbox.Failure = null;
        await inbox.LookUntilFileAsync("done/a.txt");
    }

    [Fact]
    public async Task A_fault_over_one_file_does_not_end_the_watching()
    {
        await using var inbox = await RunningInbox.StartAsync();
        inbox.Failure = new InvalidOperationException("A bug.");
        await inbox.PutAsync("a.txt", "text");
        await inbox.PutAsync("b.pdf", "bad");
        await inbox.LookUntilFileAsync("failed/b.pdf");

        inbox.Failure = null;
        await inbox.LookUntilFileAsync("done/a.txt");
    }

    [Fact]
    public async Task A_folder_that_went_away_comes_back_and_work_goes_on()
    {
        await using var inbox = await RunningInbox.StartAsync();
        Directory.Delete(inbox.Folder, recursive: true);
        await File.WriteAllTextAsync(inbox.Folder, "a file in its place", TestContext.Current.CancellationToken);
        await inbox.LookUntilAsync(() => true, "a look");
        File.Delete(inbox.Folder);
        await inbox.LookUntilAsync(() => Directory.Exists(inbox.PathOf("done")), "the folder");

        await inbox.PutAsync("a.txt", "text");
        await inbox.LookUntilFileAsync("done/a.txt");
    }
}
