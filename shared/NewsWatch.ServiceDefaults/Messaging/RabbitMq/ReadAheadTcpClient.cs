using System.Net.Sockets;
using RabbitMQ.Client;

namespace NewsWatch.ServiceDefaults.Messaging.RabbitMq;

/// <summary>A connection that takes from the socket what is there. The client alone asks for 4 KB at a time, so that a batch of a quarter of a megabyte wakes it sixty times.</summary>
internal sealed class ReadAheadTcpClient(Socket socket) : TcpClientAdapter(socket)
{
    public override NetworkStream GetStream() => new ReadAheadStream(Client!);

    private sealed class ReadAheadStream(Socket socket) : NetworkStream(socket)
    {
        private readonly byte[] _ahead = new byte[64 * 1024];
        private int _start;
        private int _end;

        public override bool DataAvailable => _start < _end || base.DataAvailable;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (_start == _end)
            {
                _start = _end = 0;
                _end = await base.ReadAsync(_ahead, cancellationToken).ConfigureAwait(false);
            }

            var taken = Math.Min(buffer.Length, _end - _start);
            _ahead.AsMemory(_start, taken).CopyTo(buffer);
            _start += taken;
            return taken;
        }

        public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
            ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

        // Nobody reads in these ways, and they would pass over what was read ahead.
        public override int Read(Span<byte> buffer) => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override IAsyncResult BeginRead(byte[] buffer, int offset, int count, AsyncCallback? callback, object? state) => throw new NotSupportedException();
    }
}
