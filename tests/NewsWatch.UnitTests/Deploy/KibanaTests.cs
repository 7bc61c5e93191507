using System.Text.Json;
using System.Text.Json.Nodes;
using Xunit;

namespace NewsWatch.UnitTests.Deploy;

/// <summary>deploy/kibana/newswatch.ndjson: whole in itself, and of versions that Kibana 8.9 to 9 takes.</summary>
public sealed class KibanaTests
{
    private const int Columns = 48;

    // The lowest version whose shape is used: Kibana brings older objects up to date, and refuses newer ones.
    private static readonly Dictionary<string, string> Versions = new() { ["index-pattern"] = "8.0.0", ["search"] = "7.9.3", ["lens"] = "8.9.0", ["dashboard"] = "8.9.0" };

    private static readonly JsonObject[] Objects =
        [.. RepositoryFiles.Read("deploy/kibana/newswatch.ndjson").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];

    [Fact]
    public void There_are_data_views_sessions_and_two_dashboards()
    {
        Assert.Equal(["newswatch-alerts", "newswatch-articles"], Ids("index-pattern"));
        Assert.Equal(["newswatch-search-alerts", "newswatch-search-latest"], Ids("search"));
        Assert.Equal(["newswatch-dashboard", "newswatch-dashboard-alerts"], Ids("dashboard"));
        Assert.Equal(Objects.Length, Objects.Select(o => (Text(o, "type"), Text(o, "id"))).Distinct().Count());
    }

    [Fact]
    public void Every_object_has_a_version_that_old_and_new_Kibanas_take() => Assert.All(Objects, o =>
    {
        Assert.Equal("8.8.0", Text(o, "coreMigrationVersion"));
        Assert.Equal(Versions[Text(o, "type")], Text(o, "typeMigrationVersion"));
    });

    [Fact]
    public void Every_reference_leads_to_an_object_of_the_file()
    {
        var known = Objects.Select(o => (Text(o, "type"), Text(o, "id"))).ToHashSet();
        Assert.All(Objects.SelectMany(References), r => Assert.Contains((r.Type, r.Id), known));
    }

    [Fact]
    public void Every_name_that_an_object_refers_by_is_among_its_references() => Assert.All(Objects, o =>
    {
        var names = References(o).Select(r => r.Name).Order().ToArray();
        string[] used = Text(o, "type") switch
        {
            "search" => [Text(Nested(o, "kibanaSavedObjectMeta", "searchSourceJSON"), "indexRefName")],
            "lens" => [.. o["attributes"]!["state"]!["datasourceStates"]!["formBased"]!["layers"]!.AsObject().Select(layer => "indexpattern-datasource-layer-" + layer.Key)],
            "dashboard" =>
            [
                .. Panels(o).Select(p => $"{Text(p, "panelIndex")}:{Text(p, "panelRefName")}"),
                .. Nested(o, "controlGroupInput", "panelsJSON").AsObject().Select(c => $"controlGroup_{c.Key}:optionsListDataView"),
            ],
            _ => [],
        };
        Assert.Equal(used.Order(), names);
    });

    [Fact]
    public void Panels_show_what_their_reference_is_and_lie_side_by_side() => Assert.All(Objects.Where(o => Text(o, "type") == "dashboard"), o =>
    {
        var taken = new HashSet<(int X, int Y)>();
        foreach (var panel in Panels(o))
        {
            var grid = panel["gridData"]!;
            Assert.Equal(Text(panel, "panelIndex"), Text(grid, "i"));
            Assert.Contains(References(o), r => r.Name == $"{Text(panel, "panelIndex")}:{Text(panel, "panelRefName")}" && r.Type == Text(panel, "type"));
            var (x, y, w, h) = ((int)grid["x"]!, (int)grid["y"]!, (int)grid["w"]!, (int)grid["h"]!);
            Assert.True(x + w <= Columns, Text(panel, "panelIndex"));
            for (var column = x; column < x + w; column++)
            {
                for (var row = y; row < y + h; row++) Assert.True(taken.Add((column, row)), $"{Text(panel, "panelIndex")} lies over another at {column}, {row}");
            }
        }

        Assert.Equal(taken.Max(t => t.Y + 1) * Columns, taken.Count);
    });

    [Fact]
    public void Charts_and_tables_say_in_our_words_what_they_show() => Assert.All(Objects.Where(o => Text(o, "type") == "lens"), o =>
    {
        foreach (var (_, layer) in o["attributes"]!["state"]!["datasourceStates"]!["formBased"]!["layers"]!.AsObject())
        {
            var columns = layer!["columns"]!.AsObject();
            Assert.Equal(layer["columnOrder"]!.AsArray().Select(c => (string)c!).Order(), columns.Select(c => c.Key).Order());
            Assert.All(columns, c => Assert.True((bool)c.Value!["customLabel"]!, $"{Text(o, "id")}.{c.Key} would show Kibana's own label"));
        }

        // A chart without the rest of a split would show less than there is, and nobody would see that.
        if (Text(o["attributes"]!, "visualizationType") == "lnsXY")
            Assert.All(JsonSerializer.Serialize(o).Split("\"otherBucket\":").Skip(1), rest => Assert.StartsWith("true", rest, StringComparison.Ordinal));
    });

    [Fact]
    public void Sessions_and_dashboards_open_on_days_and_not_on_the_last_quarter_of_an_hour() =>
        Assert.All(Objects.Where(o => Text(o, "type") is "search" or "dashboard"), o => Assert.True((bool)o["attributes"]!["timeRestore"]!));

    private static string[] Ids(string type) => [.. Objects.Where(o => Text(o, "type") == type).Select(o => Text(o, "id")).Order(StringComparer.Ordinal)];

    private static IEnumerable<(string Type, string Id, string Name)> References(JsonObject o) =>
        o["references"]!.AsArray().Select(r => (Text(r!, "type"), Text(r!, "id"), Text(r!, "name")));

    private static IEnumerable<JsonNode> Panels(JsonObject dashboard) => JsonNode.Parse(Text(dashboard["attributes"]!, "panelsJSON"))!.AsArray().Select(p => p!);

    private static JsonNode Nested(JsonObject o, string attribute, string member) => JsonNode.Parse(Text(o["attributes"]![attribute]!, member))!;

    private static string Text(JsonNode node, string member) => (string)node[member]!;
}
