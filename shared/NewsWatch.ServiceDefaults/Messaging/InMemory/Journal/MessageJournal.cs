using System.Buffers;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory.Journal;

/// <summary>
/// The outbox of the one-process form: what was accepted is on disk before the sender hears so, and leaves the disk when every endpoint
/// has finished with it. One writer gathers what arrives while the disk is busy and flushes once for all (group commit).
/// </summary>
internal sealed class MessageJournal : IAsyncDisposable
{
    /// <summary>A file is full when it has this many bytes. Default 64 MiB.</summary>
    public const long SegmentSize = 64 * 1024 * 1024;

    /// <summary>What one write may hold, so that a burst of large batches needs no buffer of a gigabyte.</summary>
    private const int MostBytesAtOnce = 16 * 1024 * 1024;

    private readonly string _folder;
    private readonly long _segmentSize;
    private readonly Channel<Pending> _queue = Channel.CreateUnbounded<Pending>(new UnboundedChannelOptions { SingleReader = true });
    private readonly Task _writer;
    private readonly long[] _waiting = new long[8];
    private IReadOnlyList<UnfinishedMessage> _unfinished;

    // Touched by the writer alone.
    private readonly Queue<JournalSegment> _segments = new();
    private readonly Dictionary<long, Entry> _open = [];
    private JournalSegment _current;
    private long _sequence;

    public MessageJournal(string folder, ILogger<MessageJournal> logger, long segmentSize = SegmentSize)
    {
        _folder = Directory.CreateDirectory(folder).FullName;
        _segmentSize = segmentSize;
        (_unfinished, _sequence) = JournalReplay.Read(_folder, _segments, logger);
        foreach (var message in _unfinished) Track(message.Sequence, message.Endpoints, message.Segment);
        _current = StartSegment();
        DropFinishedSegments();
        _writer = Task.Run(WriteAsync);
    }

    /// <summary>What was accepted before the process last ended and is not finished, in order of acceptance. Given once: it holds whole files in memory.</summary>
    public IReadOnlyList<UnfinishedMessage> TakeUnfinished() => Interlocked.Exchange(ref _unfinished, []);

    /// <summary>How many messages an endpoint has not finished.</summary>
    public long Waiting(byte endpoint) => endpoint == 0 ? 0 : Interlocked.Read(ref _waiting[System.Numerics.BitOperations.TrailingZeroCount(endpoint)]);

    /// <summary>Raised by the writer when all endpoints have finished a message.</summary>
    public event Action<long>? Finished;

    /// <summary>Returns the message's number when the disk has it.</summary>
    public async Task<long> AppendAsync(RecordKind kind, byte endpoints, ReadOnlyMemory<byte> payload)
    {
        var done = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        if (!_queue.Writer.TryWrite(new Pending(kind, 0, endpoints, payload, done)))
            throw new BrokerUnavailableException("The process is stopping and takes nothing any more.");
        return await done.Task;
    }

    /// <summary>Notes that an endpoint has finished. Not waited for: were the note lost, the message would be handled again, which changes nothing.</summary>
    public void Complete(long sequence, byte endpoint) => _queue.Writer.TryWrite(new Pending(RecordKind.Done, sequence, endpoint, default, null));

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _writer;
        _current.Dispose();
        foreach (var segment in _segments) segment.Dispose();
    }

    private async Task WriteAsync()
    {
        var batch = new List<Pending>();
        while (await _queue.Reader.WaitToReadAsync())
        {
            for (var bytes = 0; bytes < MostBytesAtOnce && batch.Count < 4_096 && _queue.Reader.TryRead(out var pending); bytes += pending.Payload.Length) batch.Add(pending);
            WriteBatch(batch);
            batch.Clear();
        }
    }

    private void WriteBatch(List<Pending> batch)
    {
        var finished = new Queue<long>();
        try
        {
            if (_current.Length >= _segmentSize) _current = StartSegment();
            var records = batch.ConvertAll(p => new JournalRecord(p.Kind, p.Kind == RecordKind.Done ? p.Sequence : ++_sequence, p.Endpoints, p.Payload));
            Append(records, flush: batch.Exists(p => p.Kind != RecordKind.Done));
            for (var i = 0; i < batch.Count; i++) Settle(batch[i], records[i].Sequence, finished);
            Announce(finished);
            DropFinishedSegments();
        }
        catch (Exception e)
        {
            // Whatever it is: a writer that ended would leave every sender waiting for ever.
            foreach (var pending in batch) pending.Done?.TrySetException(new BrokerUnavailableException($"The journal in {_folder} cannot be written: {e.Message}", e));
            // What is finished is so without its note as well; else its file would stay for ever, and the room that it takes.
            foreach (var pending in batch.Where(p => p.Kind == RecordKind.Done)) Settle(pending, pending.Sequence, finished);
            Announce(finished);
        }
    }

    private void Announce(Queue<long> finished)
    {
        while (finished.TryDequeue(out var sequence)) Finished?.Invoke(sequence);
    }

    private void Append(List<JournalRecord> records, bool flush)
    {
        var size = records.Sum(r => r.Size);
        var buffer = ArrayPool<byte>.Shared.Rent(size);
        var offset = 0;
        foreach (var record in records)
        {
            record.WriteTo(buffer.AsSpan(offset));
            offset += record.Size;
        }

        _current.Append(buffer.AsSpan(0, size), flush);
        ArrayPool<byte>.Shared.Return(buffer);
    }

    private void Settle(Pending pending, long sequence, Queue<long> finished)
    {
        if (pending.Kind != RecordKind.Done)
        {
            Track(sequence, pending.Endpoints, _current);
            pending.Done!.TrySetResult(sequence);
        }
        else if (_open.TryGetValue(sequence, out var entry))
        {
            var left = (byte)(entry.Endpoints & ~pending.Endpoints);
            Count((byte)(entry.Endpoints & pending.Endpoints), -1);
            if (left != 0)
            {
                _open[sequence] = entry with { Endpoints = left };
                return;
            }

            _open.Remove(sequence);
            entry.Segment.Open--;
            finished.Enqueue(sequence);
        }
    }

    private void Track(long sequence, byte endpoints, JournalSegment segment)
    {
        _open.Add(sequence, new Entry(endpoints, segment));
        Count(endpoints, 1);
        segment.Open++;
    }

    private void Count(byte endpoints, long change)
    {
        for (var bit = 0; bit < _waiting.Length; bit++)
        {
            if ((endpoints & (1 << bit)) != 0) Interlocked.Add(ref _waiting[bit], change);
        }
    }

    private JournalSegment StartSegment()
    {
        var segment = JournalSegment.Create(_folder, _segments.Count == 0 ? 1 : _segments.Last().Number + 1);
        _segments.Enqueue(segment);
        return segment;
    }

    /// <summary>In order only: a later file holds the notes that finish the messages of an earlier one.</summary>
    private void DropFinishedSegments()
    {
        while (_segments.TryPeek(out var oldest) && oldest != _current && oldest.Open == 0) _segments.Dequeue().Delete();
    }

    private readonly record struct Pending(RecordKind Kind, long Sequence, byte Endpoints, ReadOnlyMemory<byte> Payload, TaskCompletionSource<long>? Done);

    private readonly record struct Entry(byte Endpoints, JournalSegment Segment);
}

/// <summary>An accepted message that some endpoints have not finished.</summary>
internal sealed record UnfinishedMessage(RecordKind Kind, long Sequence, byte Endpoints, ReadOnlyMemory<byte> Payload, JournalSegment Segment);
