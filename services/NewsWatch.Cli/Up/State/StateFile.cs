using System.Text.Json;
using NewsWatch.Contracts;

namespace NewsWatch.Cli.Up.State;

/// <summary>Remembers on disk what runs, from one command to the next. Only one command at a time may hold it.</summary>
internal sealed class StateFile : IDisposable
{
    private readonly string _file;
    private readonly FileStream _lock;

    private StateFile(string file, FileStream held)
    {
        _file = file;
        _lock = held;
    }

    /// <summary>The folder below the data folder that belongs to the launcher.</summary>
    public static string FolderIn(string data) => Path.Combine(data, "up");

    /// <exception cref="InvalidOperationException">Another command holds it.</exception>
    public static StateFile Open(string data)
    {
        var folder = Directory.CreateDirectory(FolderIn(data)).FullName;
        try
        {
            var held = new FileStream(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            return new StateFile(PathIn(data), held);
        }
        catch (IOException e)
        {
            throw new InvalidOperationException($"Another 'newswatch up' or 'newswatch down' is at work in {data}: wait until it is done.", e);
        }
    }

    /// <summary>What runs in a data folder, for those who only look; <see langword="null"/> when nothing was started there.</summary>
    /// <exception cref="InvalidOperationException">The file cannot be read as what it should be.</exception>
    public static UpState? Read(string data)
    {
        var file = PathIn(data);
        if (!File.Exists(file)) return null;
        try
        {
            return JsonSerializer.Deserialize<UpState>(File.ReadAllBytes(file), NewsWatchJson.Options);
        }
        catch (JsonException e)
        {
            throw new InvalidOperationException($"{file} is damaged ({e.Message}). Stop the processes of NewsWatch by hand, delete the file, and run 'newswatch up' again.", e);
        }
    }

    /// <summary>Replaces the file as a whole: whoever reads sees the old state or the new one.</summary>
    public void Write(UpState state)
    {
        var next = _file + ".next";
        File.WriteAllBytes(next, JsonSerializer.SerializeToUtf8Bytes(state, NewsWatchJson.Options));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(next, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        File.Move(next, _file, overwrite: true);
    }

    public void Forget() => File.Delete(_file);

    public void Dispose() => _lock.Dispose();

    private static string PathIn(string data) => Path.Combine(FolderIn(data), "state.json");
}
