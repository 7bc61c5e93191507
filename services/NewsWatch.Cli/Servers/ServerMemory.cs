using System.Text.Json;

namespace NewsWatch.Cli.Servers;

/// <summary>The remembered server: a file where the XDG specification wants a user's settings.</summary>
internal sealed class ServerMemory(string path)
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public string Path => path;

    public static ServerMemory OfUser() => new(System.IO.Path.Combine(SettingsFolder(), "newswatch", "config.json"));

    public string? Read()
    {
        if (!File.Exists(path)) return null;
        try
        {
            return JsonSerializer.Deserialize<Settings>(File.ReadAllBytes(path), Readable)?.Server is { Length: > 0 } server ? server : null;
        }
        catch (JsonException e)
        {
            throw new UsageException($"The settings in {path} cannot be read ({e.Message}): correct the file, or remove it.");
        }
    }

    public void Write(string server)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(new Settings(server), Readable));
    }

    /// <summary>Whether there was anything to forget.</summary>
    public bool Forget()
    {
        if (!File.Exists(path)) return false;
        File.Delete(path);
        return true;
    }

    private static string SettingsFolder() =>
        Environment.GetEnvironmentVariable("XDG_CONFIG_HOME") is { Length: > 0 } folder && System.IO.Path.IsPathRooted(folder)
            ? folder
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".config");

    private sealed record Settings(string? Server);
}
