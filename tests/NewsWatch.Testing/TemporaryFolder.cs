namespace NewsWatch.Testing;

/// <summary>Folders of servers that were told to end.</summary>
internal static class TemporaryFolder
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(200);
    private const int Attempts = 50;

    /// <summary>Removes a folder in which an ending process may still write a last file; what then stays is left to the system's cleaning.</summary>
    public static async Task RemoveAsync(string folder)
    {
        for (var attempt = 1; attempt <= Attempts && Directory.Exists(folder); attempt++)
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                await Task.Delay(Between);
            }
        }
    }
}
