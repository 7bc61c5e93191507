using System.IO.Compression;
using System.Text;

namespace NewsWatch.Cli.Transfer.Importing;

/// <summary>The lines of an export, compressed or not.</summary>
internal sealed class ImportFile : IAsyncDisposable
{
    private readonly Stream _source;
    private readonly StreamReader _lines;

    private ImportFile(Stream source, StreamReader lines)
    {
        _source = source;
        _lines = lines;
    }

    /// <summary>How many lines were read; the header is the first.</summary>
    public int Line { get; private set; }

    /// <summary>The counts of the last line, once it was read.</summary>
    public TransferCounts? End { get; private set; }

    /// <summary>How far the file was read, in bytes as it lies on disk.</summary>
    public double Position => _source.CanSeek ? _source.Position : 0;

    public double Length => _source.CanSeek ? _source.Length : 0;

    public static ImportFile Open(string file)
    {
        var source = file == "-" ? Console.OpenStandardInput() : File.OpenRead(file);
        var buffered = new BufferedStream(source, 1 << 16);
        var first = new byte[2];
        var read = buffered.ReadAtLeast(first, 2, throwOnEndOfStream: false);
        Stream whole = new RestoredStream(first.AsMemory(0, read), buffered);
        if (first is [0x1F, 0x8B]) whole = new GZipStream(whole, CompressionMode.Decompress);
        var opened = new ImportFile(source, new StreamReader(whole, new UTF8Encoding(false)));
        if (!TransferLine.IsHeader(opened.ReadRaw())) throw new UsageException($"{file} is no export of NewsWatch. Articles are sent with 'newswatch push', feeds with 'newswatch feed import'.");
        return opened;
    }

    /// <summary>The next line that holds something, or <see langword="null"/> at the end.</summary>
    public string? Read()
    {
        while (ReadRaw() is { } line)
        {
            if (TransferLine.ReadEnd(line) is { } counts) End = counts;
            else if (line.Length > 0) return line;
        }

        return null;
    }

    public async ValueTask DisposeAsync()
    {
        _lines.Dispose();
        await _source.DisposeAsync();
    }

    private string? ReadRaw()
    {
        try
        {
            var line = _lines.ReadLine();
            if (line is not null) Line++;
            return line;
        }
        catch (InvalidDataException)
        {
            // A file that was cut off in the middle of a page: what came before it is good, and the missing end is reported.
            return null;
        }
    }
}
