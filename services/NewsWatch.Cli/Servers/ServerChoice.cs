namespace NewsWatch.Cli.Servers;

/// <summary>The server that a command talks to, and where its address comes from.</summary>
internal sealed record ServerChoice(string Address, string From)
{
    public const string Default = "http://127.0.0.1:8600";
    public const string Variable = "NEWSWATCH_SERVER";

    /// <summary>The option, else the environment, else what was remembered, else this machine.</summary>
    public static ServerChoice Of(string? option, ServerMemory memory)
    {
        if (!string.IsNullOrWhiteSpace(option)) return new(option.Trim(), "--server");
        if (Environment.GetEnvironmentVariable(Variable) is { } variable && !string.IsNullOrWhiteSpace(variable)) return new(variable.Trim(), Variable);
        return memory.Read() is { } remembered ? new(remembered, $"remembered in {memory.Path}") : new(Default, "the default");
    }

    /// <summary>The address as one to send requests to.</summary>
    public static Uri Check(string address)
    {
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
            throw new UsageException($"'{address}' is no address of a server: write http://HOST:PORT.");
        return uri.AbsolutePath.EndsWith('/') ? uri : new Uri(uri.AbsoluteUri + "/");
    }
}
