using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.ServiceDefaults;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.ServiceDefaults.Messaging.Errors;
using Xunit;

namespace NewsWatch.IntegrationTests.Bus;

/// <summary>A process with a bus; disposing it stops it as an operator would.</summary>
internal sealed class BusHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private BusHost(WebApplication app) => _app = app;

    public IArticlePublisher Articles => _app.Services.GetRequiredService<IArticlePublisher>();

    public IAlertPublisher Alerts => _app.Services.GetRequiredService<IAlertPublisher>();

    public IChangePublisher Changes => _app.Services.GetRequiredService<IChangePublisher>();

    public IBrokerState State => _app.Services.GetRequiredService<IBrokerState>();

    public IErrorQueues Errors => _app.Services.GetRequiredService<IErrorQueues>();

    /// <summary>Builds the process; nothing runs yet.</summary>
    public static BusHost Create(string[] settings, BusRecorder recorder, params Action<IBusRegistrationConfigurator>[] modules)
    {
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", "--NewsWatch:Bus:PublishTimeout", "00:00:05", "--NewsWatch:Bus:StopTimeout", "00:00:01", .. settings]);
        builder.AddServiceDefaults("test");
        builder.Services.AddSingleton(recorder);
        builder.AddBus(modules);
        var app = builder.Build();
        recorder.Stopping = app.Lifetime.ApplicationStopping;
        return new BusHost(app);
    }

    public static async Task<BusHost> StartAsync(string[] settings, BusRecorder recorder, params Action<IBusRegistrationConfigurator>[] modules)
    {
        var host = Create(settings, recorder, modules);
        await host.StartAsync();
        return host;
    }

    public Task StartAsync() => _app.StartAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync(TestContext.Current.CancellationToken);
        await _app.DisposeAsync();
    }
}
