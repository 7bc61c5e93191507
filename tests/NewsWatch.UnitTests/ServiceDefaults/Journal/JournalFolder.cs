using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using NewsWatch.ServiceDefaults.Messaging.InMemory.Journal;

namespace NewsWatch.UnitTests.ServiceDefaults.Journal;

/// <summary>A journal's folder; opening it again is what a restart does.</summary>
internal sealed class JournalFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("newswatch-journal-").FullName;

    public string[] Files => [.. Directory.GetFiles(Path, "*.journal").Order(StringComparer.Ordinal)];

    public MessageJournal Open(long segmentSize = MessageJournal.SegmentSize) => new(Path, NullLogger<MessageJournal>.Instance, segmentSize);

    public static Task<long> AppendAsync(MessageJournal journal, string text, byte endpoints = 3) =>
        journal.AppendAsync(RecordKind.Articles, endpoints, Encoding.UTF8.GetBytes(text));

    /// <summary>What a restart would replay: the texts with the endpoints that have not finished them.</summary>
    public async Task<(string Text, byte Endpoints)[]> UnfinishedAsync()
    {
        await using var journal = Open();
        return [.. journal.TakeUnfinished().Select(m => (Encoding.UTF8.GetString(m.Payload.Span), m.Endpoints))];
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
