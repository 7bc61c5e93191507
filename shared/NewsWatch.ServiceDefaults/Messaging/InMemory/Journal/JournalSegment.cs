using Microsoft.Win32.SafeHandles;

namespace NewsWatch.ServiceDefaults.Messaging.InMemory.Journal;

/// <summary>One file of the journal. It is deleted when every message in it, and in all before it, is finished.</summary>
internal sealed class JournalSegment : IDisposable
{
    private readonly SafeFileHandle _file;

    private JournalSegment(string path, long number, FileMode mode)
    {
        Path = path;
        Number = number;
        _file = File.OpenHandle(path, mode, FileAccess.ReadWrite, FileShare.Read);
        Length = RandomAccess.GetLength(_file);
    }

    public string Path { get; }

    public long Number { get; }

    public long Length { get; private set; }

    /// <summary>Messages in this file that are not finished.</summary>
    public int Open { get; set; }

    public static JournalSegment Create(string folder, long number) =>
        new(System.IO.Path.Combine(folder, $"{number:D12}.journal"), number, FileMode.CreateNew);

    public static IEnumerable<JournalSegment> OpenAll(string folder) =>
        Directory.EnumerateFiles(folder, "*.journal")
            .Order(StringComparer.Ordinal)
            .Select(path => new JournalSegment(path, long.Parse(System.IO.Path.GetFileNameWithoutExtension(path), System.Globalization.CultureInfo.InvariantCulture), FileMode.Open));

    public byte[] ReadAll()
    {
        var bytes = new byte[Length];
        var read = 0;
        while (read < bytes.Length && RandomAccess.Read(_file, bytes.AsSpan(read), read) is > 0 and var n) read += n;
        return bytes;
    }

    public void CutAt(long length)
    {
        RandomAccess.SetLength(_file, length);
        Length = length;
    }

    /// <summary>Appends and waits until the disk has it.</summary>
    public void Append(ReadOnlySpan<byte> bytes, bool flush)
    {
        RandomAccess.Write(_file, bytes, Length);
        Length += bytes.Length;
        if (flush) RandomAccess.FlushToDisk(_file);
    }

    public void Delete()
    {
        Dispose();
        File.Delete(Path);
    }

    public void Dispose() => _file.Dispose();
}
