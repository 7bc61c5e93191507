using System.IO.Compression;
using System.Text;
using System.Text.Json;
using NewsWatch.Contracts;

namespace NewsWatch.Cli.Transfer.Exporting;

/// <summary>
/// A gzipped file that grows as FILE.partial, a whole gzip member a page, with the position beside it in FILE.partial.json. What a crash left
/// behind the position is cut off; when all is there the file gets its name.
/// </summary>
internal sealed class FileTarget : IExportTarget
{
    private readonly string _file;
    private readonly string _server;
    private readonly IReadOnlyList<TransferKind> _kinds;
    private readonly FileStream _partial;

    public FileTarget(string file, string server, IReadOnlyList<TransferKind> kinds)
    {
        (_file, _server, _kinds) = (file, server, kinds);
        var state = ReadState();
        Position = state?.Position ?? new(null, null, new());
        Resumed = state?.Position.Counts;
        _partial = new FileStream(Partial, FileMode.OpenOrCreate, FileAccess.Write, FileShare.Read);
        _partial.SetLength(state?.Length ?? 0);
        _partial.Seek(0, SeekOrigin.End);
    }

    public ExportPosition Position { get; }

    public TransferCounts? Resumed { get; }

    private string Partial => _file + ".partial";

    private string StateFile => Partial + ".json";

    public async Task WriteAsync(IReadOnlyList<string> lines, ExportPosition behind, CancellationToken cancellationToken)
    {
        if (lines.Count > 0) await AppendAsync(lines, cancellationToken);
        var state = JsonSerializer.SerializeToUtf8Bytes(new State(_server, _kinds, _partial.Length, behind), NewsWatchJson.Options);
        // Written beside and renamed, so that there is always one whole state.
        await File.WriteAllBytesAsync(StateFile + ".new", state, cancellationToken);
        File.Move(StateFile + ".new", StateFile, overwrite: true);
    }

    public async Task CompleteAsync(string end, CancellationToken cancellationToken)
    {
        await AppendAsync([end], cancellationToken);
        await _partial.DisposeAsync();
        File.Move(Partial, _file, overwrite: true);
        File.Delete(StateFile);
    }

    public ValueTask DisposeAsync() => _partial.DisposeAsync();

    private async Task AppendAsync(IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        await using (var gzip = new GZipStream(_partial, CompressionLevel.Optimal, leaveOpen: true))
        {
            foreach (var line in lines) await gzip.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), cancellationToken);
        }

        _partial.Flush(flushToDisk: true);
    }

    private State? ReadState()
    {
        if (!File.Exists(StateFile) || !File.Exists(Partial)) return null;
        try
        {
            var state = JsonSerializer.Deserialize<State>(File.ReadAllBytes(StateFile), NewsWatchJson.Options)!;
            return state.Server == _server && state.Kinds.SequenceEqual(_kinds) ? state
                : throw new UsageException($"{Partial} was begun as an export of something else ({string.Join(", ", state.Kinds)} of {state.Server}): repeat that command, or remove the file to start anew.");
        }
        catch (JsonException e)
        {
            throw new UsageException($"{StateFile} cannot be read ({e.Message}): remove it to start anew.");
        }
    }

    private sealed record State(string Server, IReadOnlyList<TransferKind> Kinds, long Length, ExportPosition Position);
}
