using System.Text;
using Microsoft.Extensions.Options;
using NewsWatch.Cli.Inspect.Sources;
using NewsWatch.ServiceDefaults.Http.Guard;

namespace NewsWatch.Cli.Inspect.Commands;

/// <summary>Where inspections read from; the web only through the guarded client, made when it is first needed.</summary>
internal sealed class InspectionSources : IDisposable
{
    private readonly ServiceProvider _services = CreateServices();

    public IDocumentSource Files { get; } = new FileSource();

    public IDocumentSource Web => new WebSource(_services.GetRequiredService<IHttpClientFactory>().CreateClient(nameof(Inspect)), GuardOptions, TimeProvider.System, Files);

    public ILanguageSource Language { get; } = new DetectedLanguage();

    public IHostResolver Resolver => _services.GetRequiredService<IHostResolver>();

    public OutboundGuardOptions GuardOptions => _services.GetRequiredService<IOptions<OutboundGuardOptions>>().Value;

    /// <summary>Standard output in UTF-8 without a mark, buffered: inputs may have many thousand lines.</summary>
    public static StreamWriter Output() => new(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);

    public void Dispose() => _services.Dispose();

    private static ServiceProvider CreateServices()
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddEnvironmentVariables().Build());
        services.AddGuardedHttpClient(nameof(Inspect)).AddStandardResilienceHandler();
        return services.BuildServiceProvider();
    }
}
