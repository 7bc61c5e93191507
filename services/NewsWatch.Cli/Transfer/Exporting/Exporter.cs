using NewsWatch.Cli.Api;
using NewsWatch.Cli.Output;
using NewsWatch.ServiceDefaults.Telemetry;

namespace NewsWatch.Cli.Transfer.Exporting;

/// <summary>Reads kind after kind, page after page; what a page brought is on disk before the next is asked for.</summary>
internal sealed class Exporter(ApiClient api, IExportTarget target, TimeProvider clock)
{
    public async Task<TransferCounts> RunAsync(IReadOnlyList<TransferKind> kinds, CancellationToken cancellationToken)
    {
        var position = target.Position;
        if (position.Kind is null && target.Resumed is null)
        {
            position = new(kinds[0], null, new());
            await target.WriteAsync([TransferLine.Header(api.Server.AbsoluteUri, clock.GetUtcNow(), ProductVersion.Text)], position, cancellationToken);
        }

        var total = (await api.GetAsync("api/articles?limit=0", cancellationToken)).GetProperty("total").GetInt64();
        await LongWork.RunAsync("Exporting", total, async advance =>
        {
            foreach (var kind in kinds.SkipWhile(k => k != position.Kind)) position = await KindAsync(kind, kinds, position, advance, total, cancellationToken);
        });
        await target.CompleteAsync(TransferLine.End(position.Counts), cancellationToken);
        return position.Counts;
    }

    private async Task<ExportPosition> KindAsync(TransferKind kind, IReadOnlyList<TransferKind> kinds, ExportPosition position, IAdvance advance, long total, CancellationToken cancellationToken)
    {
        while (position.Kind == kind)
        {
            var page = await api.GetAsync(new ApiPath($"api/export/{kind.ToString().ToLowerInvariant()}").Add("after", position.Cursor).ToString(), cancellationToken);
            var items = page.GetProperty("items").EnumerateArray().ToList();
            var next = page.TryGetProperty("next", out var cursor) ? cursor.GetString() : null;
            position = new(next is null ? kinds.SkipWhile(k => k != kind).Skip(1).Cast<TransferKind?>().FirstOrDefault() : kind, next, position.Counts.With(kind, items));
            await target.WriteAsync([.. items.Select(item => TransferLine.Of(kind, item))], position, cancellationToken);
            if (kind == TransferKind.Alerts) advance.Expect(total + position.Counts.Alerts);
            advance.To(position.Counts.Articles + position.Counts.Alerts, $"Exporting {kind.ToString().ToLowerInvariant()}");
        }

        return position;
    }
}
