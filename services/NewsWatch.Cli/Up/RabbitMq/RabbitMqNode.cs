namespace NewsWatch.Cli.Up.RabbitMq;

/// <summary>
/// A private RabbitMQ node made of Debian's package: own folder, own ports, own cookie, everything bound to 127.0.0.1, nothing shared with a broker that the system runs.
/// </summary>
/// <param name="Folder">Where it keeps everything it writes; the same folder brings the same queues back.</param>
/// <param name="Ports">Its three ports.</param>
public sealed record RabbitMqNode(string Folder, RabbitMqPorts Ports)
{
    /// <summary>The program behind Debian's wrapper. The wrapper insists on being root or the user rabbitmq; a private node runs as whoever starts it.</summary>
    public const string Program = "/usr/lib/rabbitmq/bin/rabbitmq-server";

    // Batches of articles are a quarter of a megabyte: with the buffer that the broker has otherwise it would read one in 170 pieces. The four lines around it are the broker's defaults, which naming one option would drop.
    private const string Configuration = """
        log.file.level = info
        tcp_listen_options.backlog = 128
        tcp_listen_options.nodelay = true
        tcp_listen_options.linger.on = true
        tcp_listen_options.linger.timeout = 0
        tcp_listen_options.exit_on_close = false
        tcp_listen_options.sndbuf = 262144
        tcp_listen_options.recbuf = 262144

        """;

    // After how many log entries a queue that was empty meanwhile forgets what is consumed. Batches take long to fill the 8,192 that the broker has otherwise: whenever its write-ahead
    // log was full it wrote 490 MB, nearly all of it consumed long ago, a second time, and confirms waited for the disk. Now it is 40 to 70 MB (46,223 articles seven times, 2026-11).
    // A queue keeps the number that it was made with.
    private const string Advanced = "[{rabbit, [{quorum_snapshot_interval, 1024}]}].\n";

    // epmd stays in the node's own process group, so that ending the group ends it too; the one that Erlang would start by itself is a daemon that outlives the node.
    private const string Script = """
        epmd -address 127.0.0.1 -port "$ERL_EPMD_PORT" &
        until epmd -port "$ERL_EPMD_PORT" -names >/dev/null 2>&1; do kill -0 $! && sleep 0.05; done
        exec "$0"
        """;

    /// <summary>What is missing on this machine and how to get it, or <see langword="null"/> when a node can be started.</summary>
    public static string? Problem => File.Exists(Program)
        ? null
        : $"RabbitMQ is not installed ({Program} is missing). Install it with: apt-get install rabbitmq-server";

    /// <summary>Where clients connect.</summary>
    public string ConnectionString => $"amqp://guest:guest@127.0.0.1:{Ports.Amqp}/";

    /// <summary>What the broker itself says; the first place to look when it does not start.</summary>
    public string LogFile => Path.Combine(Folder, "log", "rabbit.log");

    /// <summary>The command line that becomes the broker: its process is the Erlang machine itself, leader of nothing, beside its epmd.</summary>
    public IReadOnlyList<string> Command => ["/bin/sh", "-e", "-c", Script, Program];

    /// <summary>The variables that make it private.</summary>
    public IReadOnlyDictionary<string, string> Environment => new Dictionary<string, string>
    {
        ["HOME"] = Folder,
        ["ERL_EPMD_ADDRESS"] = "127.0.0.1",
        ["ERL_EPMD_PORT"] = Text(Ports.Epmd),
        ["RABBITMQ_NODENAME"] = $"newswatch-{Ports.Amqp}@localhost",
        ["RABBITMQ_NODE_IP_ADDRESS"] = "127.0.0.1",
        ["RABBITMQ_NODE_PORT"] = Text(Ports.Amqp),
        ["RABBITMQ_DIST_PORT"] = Text(Ports.Distribution),
        ["RABBITMQ_MNESIA_BASE"] = Path.Combine(Folder, "mnesia"),
        ["RABBITMQ_SCHEMA_DIR"] = Path.Combine(Folder, "schema"),
        ["RABBITMQ_GENERATED_CONFIG_DIR"] = Path.Combine(Folder, "config"),
        ["RABBITMQ_LOG_BASE"] = Path.Combine(Folder, "log"),
        ["RABBITMQ_LOGS"] = LogFile,
        ["RABBITMQ_CONF_ENV_FILE"] = Path.Combine(Folder, "environment.conf"),
        ["RABBITMQ_CONFIG_FILE"] = Path.Combine(Folder, "rabbitmq.conf"),
        ["RABBITMQ_ADVANCED_CONFIG_FILE"] = Path.Combine(Folder, "advanced.config"),
        ["RABBITMQ_ENABLED_PLUGINS_FILE"] = Path.Combine(Folder, "enabled_plugins"),
        // sbwt: a scheduler without work sleeps instead of spinning, since the services that bring the work need the same processors.
        ["RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS"] = "-kernel inet_dist_use_interface {127,0,0,1} -start_epmd false +sbwt none +sbwtdcpu none +sbwtdio none",
        // With input allowed the script becomes the Erlang machine instead of a shell that waits for it: the process started is the process to signal.
        ["RABBITMQ_ALLOW_INPUT"] = "1",
        ["RABBITMQ_SERVER_START_ARGS"] = "-noinput +B i",
    };

    /// <summary>Writes the few files that stand for those in /etc/rabbitmq; doing it again changes nothing.</summary>
    public void Prepare()
    {
        foreach (var folder in (string[])["mnesia", "schema", "config", "log"]) Directory.CreateDirectory(Path.Combine(Folder, folder));
        File.WriteAllText(Path.Combine(Folder, "environment.conf"), "");
        File.WriteAllText(Path.Combine(Folder, "rabbitmq.conf"), Configuration);
        File.WriteAllText(Path.Combine(Folder, "advanced.config"), Advanced);
        File.WriteAllText(Path.Combine(Folder, "enabled_plugins"), "[].\n");
    }

    private static string Text(int port) => port.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
