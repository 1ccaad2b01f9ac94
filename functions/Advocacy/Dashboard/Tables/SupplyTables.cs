using Advocacy.Insights.Dashboard;

namespace Advocacy.Dashboard.Tables;

/// <summary>What there is to offer.</summary>
internal static class SupplyTables
{
    public static Table Topics(DashboardView view) =>
        new TableBuilder<TopicSupply>("supply", view.Figures.Supply.Topics)
            .Word("topic", ColumnKind.Text, topic => topic.Topic)
            .Figure("ready", topic => topic.Ready)
            .Figure("followers", topic => topic.Followers)
            .Build();

    public static Table Languages(DashboardView view) =>
        new TableBuilder<LanguageSupply>("supply-languages", view.Figures.Supply.Languages)
            .Word("language", ColumnKind.Language, language => language.Language)
            .Figure("ready", language => language.Ready)
            .Build();

    public static Table Thin(DashboardView view) =>
        new TableBuilder<ThinSupply>("thin-posts", view.Figures.Supply.Thin)
            .Word("title", ColumnKind.Text, post => post.Title)
            .Figure("texts", post => post.Texts)
            .Figure("turned_away", post => post.TurnedAway)
            .Build();
}
