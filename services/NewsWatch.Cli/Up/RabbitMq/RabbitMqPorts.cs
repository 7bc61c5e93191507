namespace NewsWatch.Cli.Up.RabbitMq;

/// <summary>The ports of a private node, all on 127.0.0.1.</summary>
/// <param name="Amqp">Where clients connect.</param>
/// <param name="Distribution">Where Erlang nodes would connect; nothing of ours does.</param>
/// <param name="Epmd">Its own port mapper.</param>
public sealed record RabbitMqPorts(int Amqp, int Distribution, int Epmd);
