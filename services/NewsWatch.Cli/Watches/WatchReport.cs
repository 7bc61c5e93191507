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
    public static async Task<JsonElement> PreviewAsync(ApiClient api, string query, int days, CancellationToken cancellationToken) =>
        await QueryRefusedException.GuardAsync(query, () => api.PostAsync("api/watches/preview", ApiClient.Json(new { query, days }), cancellationToken));

    public static void Write(Watch watch, JsonElement preview)
    {
        Screen.Row("name", watch.Name);
        Screen.Row("id", watch.Id);
        Screen.Row("topic", watch.Topic);
        Screen.Row("state", watch.Enabled ? "on" : "paused");
        Screen.Row("version", watch.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
        Screen.Row("updated", Screen.Time(watch.Updated));
        Screen.Row("query", watch.Query);
        WriteMeaning(preview);
    }

    /// <summary>The explanation, the count and, on a terminal, the counts of the days as bars.</summary>
    public static void WriteMeaning(JsonElement preview)
    {
        var answer = preview.Deserialize<PreviewAnswer>(NewsWatchJson.Options)!;
        Screen.Row("means", answer.Explain);
        Screen.Row("finds", $"{answer.Total} {(answer.Total == 1 ? "article" : "articles")} in the last {answer.PerDay.Count} days");
        if (!Screen.IsTerminal || answer.Total == 0) return;
        var chart = new BarChart().Width(60);
        foreach (var day in answer.PerDay) chart.AddItem(day.Day.ToString("MM-dd", System.Globalization.CultureInfo.InvariantCulture), day.Count, Color.Aqua);
        Screen.Rich.Write(chart);
    }
}
