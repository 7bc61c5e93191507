using System.Globalization;

namespace NewsWatch.Ingestion.Files;

/// <summary>Where files go when they have been read.</summary>
internal sealed class InboxFolders(string inbox)
{
    private readonly string _done = Path.Combine(inbox, "done");
    private readonly string _failed = Path.Combine(inbox, "failed");

    public void Create()
    {
        Directory.CreateDirectory(_done);
        Directory.CreateDirectory(_failed);
    }

    public void Done(string file) => File.Move(file, FreeName(_done, file));

    /// <summary>Moves the file and puts the reason beside it as <c>NAME.reason.txt</c>.</summary>
    public void Failed(string file, string reason)
    {
        var target = FreeName(_failed, file);
        File.WriteAllText(target + ".reason.txt", reason + "\n");
        File.Move(file, target);
    }

    private static string FreeName(string folder, string file)
    {
        var target = Path.Combine(folder, Path.GetFileName(file));
        for (var n = 2; File.Exists(target); n++)
            target = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(file)}.{n}{Path.GetExtension(file)}"));
        return target;
    }
}
