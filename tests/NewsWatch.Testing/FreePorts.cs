using System.Net;
using System.Net.Sockets;

namespace NewsWatch.Testing;

/// <summary>Ports of 127.0.0.1 that nothing listens on.</summary>
public static class FreePorts
{
    // Below the range from which the system takes the near end of outgoing connections, so that a server that is stopped finds its port still free.
    private const int First = 20_000;
    private const int Last = 32_000;

    /// <summary>Several different ones.</summary>
    public static IReadOnlyList<int> Take(int count)
    {
        var taken = new HashSet<int>();
        while (taken.Count < count)
        {
            var port = Random.Shared.Next(First, Last);
            if (IsFree(port)) taken.Add(port);
        }

        return [.. taken];
    }

    /// <summary>The first of several in a row, each with the one <paramref name="beside"/> ports above it free as well.</summary>
    public static int TakeRow(int count, int beside)
    {
        while (true)
        {
            var first = Random.Shared.Next(First, Last - beside - count);
            if (Enumerable.Range(first, count).Concat(Enumerable.Range(first + beside, count)).All(IsFree)) return first;
        }
    }

    private static bool IsFree(int port)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
