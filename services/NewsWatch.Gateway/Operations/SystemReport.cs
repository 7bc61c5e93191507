using Microsoft.Extensions.Diagnostics.HealthChecks;
using NewsWatch.Gateway.Feeds;
using NewsWatch.ServiceDefaults.Messaging;
using NewsWatch.ServiceDefaults.Messaging.Errors;
using NewsWatch.ServiceDefaults.Telemetry;
using NewsWatch.Storage;
using NewsWatch.Storage.Alerts;
using NewsWatch.Storage.Articles;

namespace NewsWatch.Gateway.Operations;

/// <summary>Asks every part how it is. A part that is away is a line of the report, not its failure.</summary>
internal sealed class SystemReport(
    HealthCheckService health, OtherServices others, IBrokerState broker, IStore store, IArticleSearch articles, IAlertSearch alerts, FeedCatalogue feeds, TimeProvider clock)
{
    private const int MostAlertsCounted = 1_000;

    public async Task<SystemState> AskAsync(CancellationToken cancellationToken)
    {
        var own = OwnPartsAsync(cancellationToken);
        var theirs = others.AskAsync(cancellationToken);
        var queues = BrokerAsync(cancellationToken);
        var archive = ArchiveAsync(cancellationToken);
        return new SystemState
        {
            Version = ProductVersion.Text,
            Parts = [.. await own, .. await theirs],
            Broker = await queues,
            Archive = await archive,
            Feeds = await FeedsAsync(cancellationToken),
        };
    }

    private async Task<IReadOnlyList<PartState>> OwnPartsAsync(CancellationToken cancellationToken)
    {
        var report = await health.CheckHealthAsync(cancellationToken);
        return [.. report.Entries.OrderBy(e => e.Key, StringComparer.Ordinal).Select(entry => new PartState(
            NameOf(entry.Key), entry.Value.Status == HealthStatus.Healthy ? PartState.Ready : PartState.Waiting, entry.Value.Description ?? entry.Value.Exception?.Message))];
    }

    private static string NameOf(string check) => check switch
    {
        "store" => "Archive",
        "masstransit-bus" => "Message bus",
        "watches" => "Watcher",
        _ => char.ToUpperInvariant(check[0]) + check[1..],
    };

    private async Task<BrokerReport> BrokerAsync(CancellationToken cancellationToken)
    {
        try
        {
            return new BrokerReport(broker.Name, await broker.QueuesAsync(cancellationToken), null);
        }
        catch (BrokerUnavailableException e)
        {
            return new BrokerReport(broker.Name, [], e.Message);
        }
    }

    private async Task<ArchiveReport> ArchiveAsync(CancellationToken cancellationToken)
    {
        try
        {
            var now = clock.GetUtcNow();
            async Task<long> SinceAsync(TimeSpan? back) => (await articles.SearchAsync(new ArticleQuery { From = back is { } span ? now - span : null, Limit = 0 }, cancellationToken)).Total;
            var raised = await alerts.ListAsync(new AlertQuery { From = now - TimeSpan.FromHours(1), Limit = MostAlertsCounted }, cancellationToken);
            return new ArchiveReport(store.Name, await SinceAsync(null), await SinceAsync(TimeSpan.FromHours(1)), await SinceAsync(TimeSpan.FromDays(1)), raised.Items.Count, raised.Next is not null, null);
        }
        catch (StoreUnavailableException e)
        {
            return new ArchiveReport(store.Name, 0, 0, 0, 0, false, e.Message);
        }
    }

    private async Task<FeedReport> FeedsAsync(CancellationToken cancellationToken)
    {
        try
        {
            var all = await feeds.ListAsync(cancellationToken);
            return new FeedReport(all.Count, all.CountBy(f => f.Health.Status).ToDictionary());
        }
        catch (StoreUnavailableException)
        {
            return new FeedReport(0, new Dictionary<string, int>());
        }
    }
}
