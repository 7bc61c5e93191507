using System.Diagnostics;
using System.Globalization;
using NewsWatch.Cli.Up.Processes;
using NewsWatch.Cli.Up.State;

namespace NewsWatch.Cli.Up.Parts;

/// <summary>Elasticsearch by a script: <c>SCRIPT start DIR --port N</c> returns when it is up and prints <c>url=</c> and <c>pid1=</c>; <c>SCRIPT stop DIR</c> ends it.</summary>
internal sealed class ElasticsearchScriptPart(string script, string folder, UpPorts ports, TimeProvider time) : IPart
{
    private readonly string _folder = Path.Combine(folder, "elasticsearch");

    public string Name => "elasticsearch";

    public IReadOnlyList<int> Ports => [ports.Elasticsearch];

    public async Task<RunningPart> StartAsync(CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        // Not broken off: what it starts must be known here, or nothing could stop it.
        var answer = await RunAsync(["start", _folder, "--port", ports.Elasticsearch.ToString(CultureInfo.InvariantCulture)]);
        var url = Value(answer, "url");
        return new RunningPart
        {
            Name = Name,
            Address = url,
            Probe = new Uri(url),
            Log = _folder,
            Process = ProcessIdentity.Of(int.Parse(Value(answer, "pid1"), CultureInfo.InvariantCulture)) ?? throw new InvalidOperationException($"Elasticsearch ended as soon as it was started; its logs are below {_folder}."),
            StopCommand = [script, "stop", _folder],
            Started = time.GetUtcNow(),
        };
    }

    private string Value(string answer, string name) =>
        answer.Split('\n').FirstOrDefault(line => line.StartsWith(name + "=", StringComparison.Ordinal))?[(name.Length + 1)..].Trim()
        ?? throw new InvalidOperationException($"'{script} start' did not print {name}=…, which tells how to reach what it started.");

    private async Task<string> RunAsync(string[] arguments)
    {
        var start = OwnGroup.Of(GivingWay.Command([script, .. arguments]));
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError) = (true, true, true);
        using var process = Process.Start(start)!;
        // Nobody answers what it may ask; reading the terminal, it would be stopped.
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"Elasticsearch could not be started: {(await errors).Trim()}");
        return await output;
    }
}
