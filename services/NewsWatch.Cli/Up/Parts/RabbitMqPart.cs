using NewsWatch.Cli.Up.Processes;
using NewsWatch.Cli.Up.RabbitMq;
using NewsWatch.Cli.Up.State;

namespace NewsWatch.Cli.Up.Parts;

/// <summary>The broker.</summary>
internal sealed class RabbitMqPart(string folder, UpPorts ports, TimeProvider time) : IPart
{
    private readonly RabbitMqNode _node = new(Path.Combine(folder, "rabbitmq"), new RabbitMqPorts(ports.RabbitMq, ports.RabbitMqDistribution, ports.RabbitMqEpmd));

    public string Name => "rabbitmq";

    public string ConnectionString => _node.ConnectionString;

    public IReadOnlyList<int> Ports => [ports.RabbitMq, ports.RabbitMqDistribution, ports.RabbitMqEpmd];

    public string? Problem => RabbitMqNode.Problem;

    public Task<RunningPart> StartAsync(CancellationToken cancellationToken)
    {
        _node.Prepare();
        var process = DetachedProcess.Start(_node.Command, _node.Environment, _node.Folder, _node.LogFile);
        return Task.FromResult(new RunningPart
        {
            Name = Name,
            Address = $"amqp://127.0.0.1:{ports.RabbitMq}",
            Probe = new Uri($"amqp://127.0.0.1:{ports.RabbitMq}"),
            Log = _node.LogFile,
            Process = process,
            Started = time.GetUtcNow(),
        });
    }
}
