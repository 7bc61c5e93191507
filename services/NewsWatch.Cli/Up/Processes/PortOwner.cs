using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace NewsWatch.Cli.Up.Processes;

/// <summary>Who listens on a port of this machine.</summary>
internal static class PortOwner
{
    private const string Listening = "0A";

    /// <summary><see langword="null"/> when the port is free, else words for who has it, e.g. <c>nginx (pid 812)</c>.</summary>
    public static string? Of(int port) => IsFree(port) ? null : SocketsOn(port).Select(Holder).FirstOrDefault(name => name is not null) ?? "a process of another user";

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

    /// <summary>Inodes of the listening sockets. Columns as in proc_net_tcp of the kernel's documentation: local address second, state fourth, inode tenth.</summary>
    private static IEnumerable<string> SocketsOn(int port)
    {
        var suffix = ":" + port.ToString("X4", CultureInfo.InvariantCulture);
        return ((string[])["/proc/net/tcp", "/proc/net/tcp6"]).Where(File.Exists).SelectMany(File.ReadLines)
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(columns => columns[1].EndsWith(suffix, StringComparison.Ordinal) && columns[3] == Listening)
            .Select(columns => columns[9]);
    }

    private static string? Holder(string inode)
    {
        foreach (var process in Directory.EnumerateDirectories("/proc").Where(folder => int.TryParse(Path.GetFileName(folder), out _)))
        {
            if (Holds(process, $"socket:[{inode}]")) return $"{File.ReadAllText(process + "/comm").Trim()} (pid {Path.GetFileName(process)})";
        }

        return null;
    }

    private static bool Holds(string process, string socket)
    {
        try
        {
            return Directory.EnumerateFiles(process + "/fd").Any(handle => new FileInfo(handle).LinkTarget == socket);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
