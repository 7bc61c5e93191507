namespace NewsWatch.Cli.Transfer.Exporting;

/// <summary>Where an export is: what comes next, and what has been written.</summary>
/// <param name="Kind">The kind that comes next; <see langword="null"/> before the first and after the last.</param>
/// <param name="Cursor">Where that goes on.</param>
/// <param name="Counts">What has been written.</param>
internal sealed record ExportPosition(TransferKind? Kind, string? Cursor, TransferCounts Counts);

/// <summary>Where an export goes.</summary>
internal interface IExportTarget : IAsyncDisposable
{
    /// <summary>Where to begin.</summary>
    ExportPosition Position { get; }

    /// <summary>What was there from an earlier attempt.</summary>
    TransferCounts? Resumed { get; }

    /// <summary>Returns when the lines are kept and the position behind them is.</summary>
    Task WriteAsync(IReadOnlyList<string> lines, ExportPosition behind, CancellationToken cancellationToken);

    /// <summary>Writes the last line and makes the export whole.</summary>
    Task CompleteAsync(string end, CancellationToken cancellationToken);
}

/// <summary>Lines to standard output, for a pipe; nothing to resume.</summary>
internal sealed class StandardOutputTarget : IExportTarget
{
    private readonly StreamWriter _output = new(Console.OpenStandardOutput(), new System.Text.UTF8Encoding(false));

    public ExportPosition Position { get; } = new(null, null, new());

    public TransferCounts? Resumed => null;

    public async Task WriteAsync(IReadOnlyList<string> lines, ExportPosition behind, CancellationToken cancellationToken)
    {
        foreach (var line in lines) await _output.WriteAsync(string.Concat(line, "\n").AsMemory(), cancellationToken);
    }

    public async Task CompleteAsync(string end, CancellationToken cancellationToken)
    {
        await WriteAsync([end], Position, cancellationToken);
        await _output.FlushAsync(cancellationToken);
    }

    public ValueTask DisposeAsync() => _output.DisposeAsync();
}
