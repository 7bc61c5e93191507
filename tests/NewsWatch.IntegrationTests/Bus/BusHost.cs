using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using NewsWatch.ServiceDefaults;
using NewsWatch.ServiceDefaults.Hosting;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.ServiceDefaults.Messaging.Errors;
using Xunit;

namespace NewsWatch.IntegrationTests.Bus;

/// <summary>
/// A process with a bus, which starts everything again where the bus does not come up, as a service does. Disposing it stops it as an operator would.
/// </summary>
internal sealed class BusHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
    private readonly TaskCompletionSource _started = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Func<WebApplication> _build;
    private WebApplication _app;
    private Task? _running;

    private BusHost(Func<WebApplication> build)
    {
        _build = build;
        _app = Build();
    }

    public IArticlePublisher Articles => Get<IArticlePublisher>();

    public IAlertPublisher Alerts => Get<IAlertPublisher>();

    public IChangePublisher Changes => Get<IChangePublisher>();

    public IBrokerState State => Get<IBrokerState>();

    public IErrorQueues Errors => Get<IErrorQueues>();

    /// <summary>Builds the process; nothing runs yet.</summary>
    public static BusHost Create(string[] settings, BusRecorder recorder, params Action<IBusRegistrationConfigurator>[] modules) => new(() =>
    {
        var builder = WebApplication.CreateBuilder(["--urls", "http://127.0.0.1:0", "--NewsWatch:Bus:PublishTimeout", "00:00:05", "--NewsWatch:Bus:StopTimeout", "00:00:01", .. settings]);
        builder.AddServiceDefaults("test");
        builder.Services.AddSingleton(recorder);
        builder.AddBus(modules);
        var app = builder.Build();
        recorder.Stopping = app.Lifetime.ApplicationStopping;
        return app;
    });

    public static async Task<BusHost> StartAsync(string[] settings, BusRecorder recorder, params Action<IBusRegistrationConfigurator>[] modules)
    {
        var host = Create(settings, recorder, modules);
        await host.StartAsync();
        return host;
    }

    public async Task StartAsync()
    {
        var first = true;
        _running = HostRestart.RunAsync(Next, _end.Token);
        // One that cannot start says why.
        await await Task.WhenAny(_started.Task, _running);

        WebApplication Next()
        {
            if (first)
            {
                first = false;
                return _app;
            }

            TestContext.Current.SendDiagnosticMessage("The bus did not come up beside a living broker; everything is started again.");
            return _app = Build();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_running is not null) await _running;
        else await _app.DisposeAsync();
        _end.Dispose();
    }

    private WebApplication Build()
    {
        var app = _build();
        app.Lifetime.ApplicationStarted.Register(() => _started.TrySetResult());
        return app;
    }

    private T Get<T>()
        where T : notnull => _app.Services.GetRequiredService<T>();
}
