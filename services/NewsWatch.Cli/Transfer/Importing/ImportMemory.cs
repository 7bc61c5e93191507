using System.Globalization;
using System.Text.Json;
using NewsWatch.Contracts;

namespace NewsWatch.Cli.Transfer.Importing;

/// <summary>How far an import came, kept where the XDG specification wants a user's state; another file, server or choice of kinds is another import.</summary>
internal sealed class ImportMemory
{
    private readonly string _path;

    private ImportMemory(string path) => _path = path;

    public static ImportMemory Of(string file, string server, IReadOnlyList<TransferKind> kinds)
    {
        var info = new FileInfo(file);
        var key = DerivedId.From(info.FullName, info.Length.ToString(CultureInfo.InvariantCulture), info.LastWriteTimeUtc.Ticks.ToString(CultureInfo.InvariantCulture), server, string.Join(',', kinds));
        var state = Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } folder && Path.IsPathRooted(folder)
            ? folder
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        return new(Path.Combine(state, "newswatch", "imports", key + ".json"));
    }

    public ImportProgress? Read() => File.Exists(_path) ? JsonSerializer.Deserialize<ImportProgress>(File.ReadAllBytes(_path), NewsWatchJson.Options) : null;

    public void Write(ImportProgress progress)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        File.WriteAllBytes(_path + ".new", JsonSerializer.SerializeToUtf8Bytes(progress, NewsWatchJson.Options));
        File.Move(_path + ".new", _path, overwrite: true);
    }

    public void Forget() => File.Delete(_path);
}

/// <summary>The line up to which everything was taken, and what became of it.</summary>
internal sealed record ImportProgress(int Line, ImportResult Result);
