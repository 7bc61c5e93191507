namespace NewsWatch.Cli.Run;

/// <summary>Two processes on one data folder would both write what has one writer.</summary>
internal static class DataLock
{
    public static IDisposable Take(string data)
    {
        Directory.CreateDirectory(data);
        try
        {
            return new FileStream(Path.Combine(data, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose);
        }
        catch (IOException e)
        {
            throw new InvalidOperationException($"The data folder {data} is in use by another NewsWatch: stop that one, or choose another folder with --data DIR.", e);
        }
    }
}
