using System.Diagnostics.Metrics;

namespace NewsWatch.Gateway;

internal static class GatewayTelemetry
{
    public const string ImportedName = "newswatch.gateway.articles";

    private static readonly Meter Meter = new("NewsWatch.Gateway");

    private static readonly Counter<long> Articles = Meter.CreateCounter<long>(ImportedName, "{article}");

    /// <summary>Articles of another archive that the broker has confirmed.</summary>
    public static void CountImported(int articles) => Articles.Add(articles, new KeyValuePair<string, object?>("outcome", "imported"));
}
