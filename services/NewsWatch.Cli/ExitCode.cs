namespace NewsWatch.Cli;

internal static class ExitCode
{
    public const int Ok = 0;
    public const int Failed = 1;
    public const int Usage = 2;
}

/// <summary>The command was called wrongly; the message says what to type instead.</summary>
internal sealed class UsageException(string message) : Exception(message);
