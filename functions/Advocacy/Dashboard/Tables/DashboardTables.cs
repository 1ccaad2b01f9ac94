using Advocacy.Insights;
using Advocacy.Insights.Dashboard;

namespace Advocacy.Dashboard.Tables;

/// <summary>Every table of the dashboard, by its name. They show what the figures show and nothing else: what is left out there is left out here.</summary>
internal static class DashboardTables
{
    private static readonly Dictionary<string, Func<DashboardView, Table>> s_all = new(StringComparer.Ordinal)
    {
        ["goals"] = GoalsOf,
        ["weeks"] = WeekTables.Weeks,
        ["value"] = WeekTables.Worth,
        ["variety"] = WeekTables.Variety,
        ["ease"] = WeekTables.Ease,
        ["consents"] = WeekTables.Consents,
        ["tone"] = WeekTables.Tone,
        ["funnel"] = FunnelOf,
        ["posts"] = PostsOf,
        ["texts"] = view => GroupTables.Of(view, "texts", InsightGroup.Text),
        ["channels"] = view => GroupTables.Of(view, "channels", InsightGroup.Channel, ColumnKind.Channel),
        ["units"] = view => GroupTables.People(view, "units", InsightGroup.Unit, ColumnKind.Text),
        ["archetypes"] = view => GroupTables.People(view, "archetypes", InsightGroup.Archetype, ColumnKind.Word),
        ["mail-languages"] = view =>
            GroupTables.People(view, "mail-languages", InsightGroup.MailLanguage, ColumnKind.Language),
        ["topics"] = view => GroupTables.Of(view, "topics", InsightGroup.Topic),
        ["languages"] = view => GroupTables.Of(view, "languages", InsightGroup.Language, ColumnKind.Language),
        ["reasons"] = GroupTables.Reasons,
        ["hours"] = GroupTables.Hours,
        ["supply"] = SupplyTables.Topics,
        ["supply-languages"] = SupplyTables.Languages,
        ["thin-posts"] = SupplyTables.Thin,
        ["pulse"] = PulseOf,
    };

    public static IReadOnlyCollection<string> Names => s_all.Keys;

    /// <returns><c>null</c> where no table is called so.</returns>
    public static Table? Find(string name, DashboardView view) => s_all.GetValueOrDefault(name)?.Invoke(view);

    private static Table GoalsOf(DashboardView view) =>
        new TableBuilder<GoalFigure>("goals", view.Figures.Goals)
            .Word("metric", ColumnKind.Word, goal => goal.Metric.ToString())
            .Word("period", ColumnKind.Word, goal => goal.Period.ToString())
            .Day("from", ColumnKind.Date, goal => goal.From)
            .Day("through", ColumnKind.Date, goal => goal.Through)
            .Figure("target", goal => goal.Target)
            .Figure("actual", goal => goal.Actual)
            .Word("reached", ColumnKind.Word, goal => goal.IsReached?.ToString())
            .Build();

    private static Table FunnelOf(DashboardView view) =>
        new TableBuilder<(FunnelStage Stage, decimal? Count)>("funnel", Funnel.Of(view.Figures.This))
            .Word("step", ColumnKind.Word, step => step.Stage.ToString())
            .Figure("count", step => step.Count)
            .Build();

    private static Table PostsOf(DashboardView view) =>
        new TableBuilder<Insight>("posts", view.Figures.BestPosts)
            .Word("title", ColumnKind.Text, post => post.Title ?? post.PostId)
            .Word("url", ColumnKind.Text, post => post.Url, onlyInFiles: true)
            .Word("language", ColumnKind.Language, post => post.Language)
            .Figure("offered", post => post.Delivered)
            .Figure("shared", post => post.Shared)
            .Figure("not_for_me", post => post.NotForMe)
            .Figure("clicks", post => post.AudienceClicks)
            .Figure("emv", post => post.Emv, ColumnKind.Money)
            .Word("currency", ColumnKind.Text, post => post.Currency)
            .Figure("conversions", post => post.Conversions)
            .Figure("conversion_value", post => post.ConversionValue, ColumnKind.Money)
            .Build();

    private static Table PulseOf(DashboardView view)
    {
        var question = view.Figures.Pulse;
        return new TableBuilder<Programme.Pulse.PulseGroup>("pulse", question?.Result?.Groups ?? [])
            .Word(
                "answer",
                ColumnKind.Text,
                group => string.Join(" / ", group.Answers.Select(i => question!.Answers[i].In(view.Language)))
            )
            .Figure("count", group => group.Count)
            .Build();
    }
}
