using System.Diagnostics;
using NewsWatch.Cli.Up.Processes;
using NewsWatch.Cli.Up.RabbitMq;

namespace NewsWatch.Testing;

/// <summary>A real RabbitMQ for one test run: private, on free ports of 127.0.0.1, ended with the tests however they end.</summary>
public sealed class RabbitMqServer : IAsyncDisposable
{
    // A start takes five seconds on an idle machine and has taken more than a minute on a busy one.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    // A group can be ended as a whole; the leash ends it when this process dies and with it the pipe that the leash reads.
    private const string Leash = """
        exec 3<&0 </dev/null >>"$START_LOG" 2>&1
        (cat <&3 >/dev/null; kill -KILL 0) 3<&3 &
        exec 3<&-
        exec "$0" "$@"
        """;

    private readonly RabbitMqNode _node;
    private Process? _process;

    private RabbitMqServer(RabbitMqNode node) => _node = node;

    /// <summary>What to install before a server can start here, or <see langword="null"/>.</summary>
    public static string? Problem => RabbitMqNode.Problem;

    /// <summary>The port for AMQP.</summary>
    public int Port => _node.Ports.Amqp;

    /// <summary>As in <c>ConnectionStrings__rabbitmq</c>; it stays the same over Stop, Kill and Start.</summary>
    public string ConnectionString => _node.ConnectionString;

    /// <summary>Whether its process lives.</summary>
    public bool IsRunning => _process is { HasExited: false };

    /// <summary>The pid that leads its process group.</summary>
    public int Pid => _process!.Id;

    private string StartLog => Path.Combine(_node.Folder, "start.log");

    /// <summary>Starts a new, empty server.</summary>
    /// <exception cref="InvalidOperationException">RabbitMQ is not installed, or did not come up; the message says what to do.</exception>
    public static async Task<RabbitMqServer> CreateAsync(CancellationToken cancellationToken = default)
    {
        var ports = FreePorts.Take(3);
        var folder = Directory.CreateTempSubdirectory("newswatch-rabbitmq-").FullName;
        var server = new RabbitMqServer(new RabbitMqNode(folder, new RabbitMqPorts(ports[0], ports[1], ports[2])));
        try
        {
            await server.StartAsync(cancellationToken);
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts it (again) on the data it has and waits until it greets clients.</summary>
    /// <exception cref="InvalidOperationException">As for <see cref="CreateAsync"/>, or it runs already.</exception>
    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        if (Problem is { } problem) throw new InvalidOperationException(problem);
        if (IsRunning) throw new InvalidOperationException("This RabbitMQ runs already.");
        _node.Prepare();
        _process = Launch();
        await WaitUntilUpAsync(_process, cancellationToken);
    }

    /// <summary>Asks it to end and waits until it has; queues and messages stay.</summary>
    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        if (_process is null) return;
        Signals.Terminate(_process.Id);
        await EndAsync(cancellationToken);
    }

    /// <summary>SIGKILL to all of it, as in a crash.</summary>
    public async Task KillAsync(CancellationToken cancellationToken = default)
    {
        if (_process is null) return;
        Signals.KillGroup(_process.Id);
        await EndAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await KillAsync();
        await TemporaryFolder.RemoveAsync(_node.Folder);
    }

    private Process Launch()
    {
        var start = OwnGroup.Of(["/bin/sh", "-c", Leash, .. _node.Command]);
        start.RedirectStandardInput = true;
        start.WorkingDirectory = _node.Folder;
        foreach (var (name, value) in _node.Environment) start.Environment[name] = value;
        start.Environment["START_LOG"] = StartLog;
        return Process.Start(start)!;
    }

    private async Task WaitUntilUpAsync(Process process, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        while (!await AmqpProbe.AnswersAsync(Port, TimeSpan.FromSeconds(2), cancellationToken))
        {
            if (process.HasExited || watch.Elapsed > Patience) throw new InvalidOperationException(WhatWentWrong(process));
            await Task.Delay(TimeSpan.FromMilliseconds(50), cancellationToken);
        }
    }

    private string WhatWentWrong(Process process)
    {
        var end = process.HasExited ? $"ended with exit code {process.ExitCode}" : $"did not greet clients on port {Port} within {Patience.TotalSeconds:0} s";
        var log = ((string[])[StartLog, _node.LogFile]).Where(File.Exists).SelectMany(file => File.ReadLines(file).TakeLast(20));
        return $"RabbitMQ {end}. The end of its logs:\n{string.Join('\n', log)}";
    }

    private async Task EndAsync(CancellationToken cancellationToken)
    {
        var process = _process!;
        await process.WaitForExitAsync(cancellationToken).WaitAsync(Patience, cancellationToken);
        Signals.KillGroup(process.Id);
        process.Dispose();
        _process = null;
    }
}
