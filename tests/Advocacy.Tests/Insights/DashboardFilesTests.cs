using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Advocacy.Insights;
using Advocacy.Platform.Store;
using Advocacy.Tests.Infra;

namespace Advocacy.Tests.Insights;

/// <summary>What is handed out for other people's dashboards: it loads, and names fields that there are.</summary>
public sealed partial class DashboardFilesTests
{
    private const int Columns = 24;

    private static readonly Dictionary<string, Type> s_kinds = new()
    {
        ["/weeks"] = typeof(WeekInsight),
        ["/groups"] = typeof(GroupInsight),
        ["/posts"] = typeof(Insight),
    };

    [Fact]
    public void The_Grafana_dashboard_asks_for_its_data_source_and_every_panel_uses_that_one()
    {
        var dashboard = Json("grafana-advocacy.json");
        var input = dashboard.GetProperty("__inputs").EnumerateArray().ShouldHaveSingleItem();
        var plugin = input.GetProperty("pluginId").GetString();
        var required = dashboard.GetProperty("__requires").EnumerateArray().ToList();
        required.ShouldContain(one => one.GetProperty("id").GetString() == plugin);

        foreach (var source in Panels(dashboard).SelectMany(panel => Targets(panel).Append(panel)))
        {
            var reference = source.GetProperty("datasource");
            reference.GetProperty("uid").GetString().ShouldBe($"${{{input.GetProperty("name").GetString()}}}");
            reference.GetProperty("type").GetString().ShouldBe(plugin);
        }
        foreach (var type in Panels(dashboard).Select(panel => panel.GetProperty("type").GetString()).Distinct())
        {
            required.ShouldContain(one => one.GetProperty("id").GetString() == type);
        }
    }

    [Fact]
    public void Every_Grafana_query_names_fields_and_groups_that_there_are()
    {
        foreach (var target in Panels(Json("grafana-advocacy.json")).SelectMany(Targets))
        {
            var kind = s_kinds[target.GetProperty("url").GetString()!];
            var fields = FieldsOf(kind);
            foreach (var column in target.GetProperty("columns").EnumerateArray())
            {
                fields.ShouldContain(column.GetProperty("selector").GetString()!);
            }
            if (target.TryGetProperty("filterExpression", out var filter))
            {
                var parts = Filter().Match(filter.GetString()!);
                fields.ShouldContain(parts.Groups["field"].Value);
                Enum.TryParse<InsightGroup>(parts.Groups["value"].Value, out _).ShouldBeTrue();
            }
        }
    }

    [Fact]
    public void Grafana_panels_have_their_own_ids_and_places()
    {
        var panels = Panels(Json("grafana-advocacy.json")).ToList();
        panels.Select(panel => panel.GetProperty("id").GetInt32()).ShouldBeUnique();
        var taken = new HashSet<(int, int)>();
        foreach (var place in panels.Select(panel => panel.GetProperty("gridPos")))
        {
            int Of(string side) => place.GetProperty(side).GetInt32();
            (Of("x") + Of("w")).ShouldBeLessThanOrEqualTo(Columns);
            foreach (var x in Enumerable.Range(Of("x"), Of("w")))
            {
                foreach (var y in Enumerable.Range(Of("y"), Of("h")))
                {
                    taken.Add((x, y)).ShouldBeTrue();
                }
            }
        }
    }

    [Fact]
    public void Every_colour_of_the_Power_BI_theme_is_seen_on_its_background()
    {
        var theme = Json("power-bi-theme.json");
        theme.GetProperty("name").GetString().ShouldNotBeNullOrWhiteSpace();
        var background = Luminance(theme.GetProperty("background").GetString()!);
        var colours = theme.GetProperty("dataColors").EnumerateArray().Select(one => one.GetString()!).ToList();
        colours.ShouldBeUnique();
        foreach (var colour in colours.Append(theme.GetProperty("foreground").GetString()!))
        {
            // WCAG 2.2, 1.4.11: three to one for what is no text.
            ((background + 0.05) / (Luminance(colour) + 0.05)).ShouldBeGreaterThanOrEqualTo(3.0, colour);
        }
    }

    [Theory]
    [InlineData(typeof(WeekInsight))]
    [InlineData(typeof(GroupInsight))]
    [InlineData(typeof(Insight))]
    public void Every_field_is_in_the_documented_schema(Type kind)
    {
        var readme = Repository.Read("functions", "Advocacy", "Insights", "README.md");
        foreach (var field in FieldsOf(kind))
        {
            readme.ShouldContain($"`{field}`", customMessage: $"{kind.Name} has it");
        }
    }

    [Theory]
    [InlineData(typeof(WeekInsight))]
    [InlineData(typeof(GroupInsight))]
    [InlineData(typeof(Insight))]
    public void Every_field_is_flat(Type kind)
    {
        var info = DocumentJson.Options.GetTypeInfo(kind);
        foreach (var field in info.Properties)
        {
            DocumentJson.Options.GetTypeInfo(field.PropertyType).Kind.ShouldBe(JsonTypeInfoKind.None, field.Name);
        }
    }

    private static IEnumerable<string> FieldsOf(Type kind) =>
        DocumentJson.Options.GetTypeInfo(kind).Properties.Select(field => field.Name);

    private static JsonElement.ArrayEnumerator Panels(JsonElement dashboard) =>
        dashboard.GetProperty("panels").EnumerateArray();

    private static IEnumerable<JsonElement> Targets(JsonElement panel) => panel.GetProperty("targets").EnumerateArray();

    private static JsonElement Json(string file) =>
        JsonDocument.Parse(Repository.Read("infra", "dashboards", file)).RootElement;

    private static double Luminance(string colour)
    {
        var channels = Enumerable
            .Range(0, 3)
            .Select(i => Convert.ToInt32(colour.Substring(1 + (2 * i), 2), 16) / 255.0)
            .Select(one => one <= 0.04045 ? one / 12.92 : Math.Pow((one + 0.055) / 1.055, 2.4))
            .ToList();
        return (0.2126 * channels[0]) + (0.7152 * channels[1]) + (0.0722 * channels[2]);
    }

    [GeneratedRegex("^(?<field>\\w+) == \"(?<value>\\w+)\"$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Filter();
}
