namespace NewsWatch.Cli.Up;

/// <summary>Every port that the distributed form listens on, all of 127.0.0.1. The gateway's is the base; another base moves all of them by the same distance.</summary>
internal sealed record UpPorts(int Base)
{
    public const int DefaultBase = 8600;
    public const int LowestBase = 5400;
    public const int HighestBase = 55_000;

    public int Gateway => Base;

    public int Ingestion => At(8601);

    public int Indexer => At(8602);

    public int Watcher => At(8603);

    public int RabbitMq => At(8672);

    public int RabbitMqDistribution => At(8673);

    public int RabbitMqEpmd => At(8674);

    public int Elasticsearch => At(8920);

    public int Dashboard => At(18_888);

    public int OtlpGrpc => At(4317);

    public int OtlpHttp => At(4318);

    private int At(int usual) => usual + Base - DefaultBase;
}
