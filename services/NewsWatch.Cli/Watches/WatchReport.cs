using System.Text.Json;
using NewsWatch.Cli.Api;
using NewsWatch.Cli.Errors;
using NewsWatch.Cli.Output;
using NewsWatch.Contracts;
using NewsWatch.Gateway.Watches;
using Spectre.Console;

namespace NewsWatch.Cli.Watches;

/// <summary>A watch as people read it: what it is, what it means, and what it would have found lately.</summary>
internal static class WatchReport
{
    public static async Task<JsonElement> PreviewAsync(ApiClient api, string query, WatchExampleTexts? examples, int days, CancellationToken cancellationToken) =>
        await QueryRefusedException.GuardAsync(query, () => api.PostAsync("api/watches/preview", ApiClient.Json(new { query, days, examples }), cancellationToken));

    public static void Write(Watch watch, JsonElement preview)
    {
        Facts.Row("name", watch.Name);
        Facts.Row("id", watch.Id);
        Facts.Row("topic", watch.Topic);
        Facts.Row("state", watch.Enabled ? "on" : "paused");
        Facts.Row("version", watch.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Facts.Row("updated", Screen.Time(watch.Updated));
        Facts.Row("query", watch.Query);
        WriteMeaning(preview);
    }

    /// <summary>The explanation, the count, on a terminal the counts of the days as bars, and how each example comes out.</summary>
    public static void WriteMeaning(JsonElement preview)
    {
        var answer = preview.Deserialize<PreviewAnswer>(NewsWatchJson.Options)!;
        Facts.Row("means", answer.Explain);
        Facts.Row("finds", $"{answer.Total} {(answer.Total == 1 ? "article" : "articles")} in the last {answer.PerDay.Count} days");
        if (Screen.IsTerminal && answer.Total > 0) WriteDays(answer.PerDay);
        ExampleReport.Write(answer.Examples ?? []);
    }

    private static void WriteDays(IReadOnlyList<PreviewDay> days)
    {
        var chart = new BarChart().Width(60);
        foreach (var day in days) chart.AddItem(day.Day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture), day.Count, Color.Aqua);
        Screen.Rich.Write(chart);
    }
}
