using Microsoft.Extensions.Logging;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory.Journal;

/// <summary>Reads the journal's files at start.</summary>
internal static class JournalReplay
{
    /// <summary>Opens every file into <paramref name="segments"/> and returns the messages that are not finished, and the highest number given so far.</summary>
    public static (IReadOnlyList<UnfinishedMessage> Unfinished, long Highest) Read(string folder, Queue<JournalSegment> segments, ILogger logger)
    {
        var open = new SortedDictionary<long, UnfinishedMessage>();
        var highest = 0L;
        foreach (var segment in JournalSegment.OpenAll(folder))
        {
            segments.Enqueue(segment);
            highest = Math.Max(highest, ReadSegment(segment, open, logger));
        }

        return ([.. open.Values], highest);
    }

    private static long ReadSegment(JournalSegment segment, SortedDictionary<long, UnfinishedMessage> open, ILogger logger)
    {
        ReadOnlyMemory<byte> rest = segment.ReadAll();
        var highest = 0L;
        while (!rest.IsEmpty)
        {
            if (JournalRecord.TryRead(rest, out var record))
            {
                highest = Math.Max(highest, record.Sequence);
                Apply(open, record, segment);
                rest = rest[record.Size..];
            }
            else if (NextWhole(rest) is > 0 and var damaged)
            {
                logger.JournalDamaged(segment.Path, segment.Length - rest.Length, damaged);
                rest = rest[damaged..];
            }
            else
            {
                // Whoever sent what was being written never heard that it was accepted.
                logger.JournalTailCut(segment.Path, rest.Length);
                segment.CutAt(segment.Length - rest.Length);
                break;
            }
        }

        return highest;
    }

    /// <summary>How far on the next whole record begins; 0 where there is none. One damaged record must not cost those behind it.</summary>
    private static int NextWhole(ReadOnlyMemory<byte> rest)
    {
        for (var i = 1; i < rest.Length; i++)
        {
            if (JournalRecord.TryRead(rest[i..], out _)) return i;
        }

        return 0;
    }

    private static void Apply(SortedDictionary<long, UnfinishedMessage> open, JournalRecord record, JournalSegment segment)
    {
        if (record.Kind != RecordKind.Done) open[record.Sequence] = new UnfinishedMessage(record.Kind, record.Sequence, record.Endpoints, record.Payload, segment);
        else if (open.TryGetValue(record.Sequence, out var message)) Finish(open, message, record.Endpoints);
    }

    private static void Finish(SortedDictionary<long, UnfinishedMessage> open, UnfinishedMessage message, byte endpoint)
    {
        var left = (byte)(message.Endpoints & ~endpoint);
        if (left == 0) open.Remove(message.Sequence);
        else open[message.Sequence] = message with { Endpoints = left };
    }
}
