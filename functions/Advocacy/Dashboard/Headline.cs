using Advocacy.Insights.Dashboard;
using Advocacy.Platform.Pages;

namespace Advocacy.Dashboard;

/// <summary>What happened, in a few sentences, for who has no time for charts.</summary>
internal static class Headline
{
    public static IEnumerable<string> Of(DashboardFigures figures, PageTexts texts)
    {
        if (figures.This is not { } week)
        {
            yield return texts["HeadNothing"];
            yield break;
        }
        yield return week is { Sharers: { } sharers, Shared: { } shared }
            ? texts.With("HeadShared", sharers, shared, week.Clicks)
            : texts.With("HeadClicks", week.Clicks);
        if (figures.Before is { Clicks: > 0 and var before })
        {
            var change = Math.Abs(week.Clicks - before) / (decimal)before;
            yield return texts.With(
                week.Clicks > before ? "HeadMore"
                    : week.Clicks < before ? "HeadFewer"
                    : "HeadSame",
                change.ToString("P0", texts.Culture)
            );
        }
        if (figures.BestPosts is [{ Title: { } title, AudienceClicks: > 0 }, ..])
        {
            yield return texts.With("HeadBest", FigureText.Short(title));
        }
        if (figures.Goals.Count > 0)
        {
            yield return texts.With(
                "HeadGoals",
                figures.Goals.Count(goal => goal.IsReached == true),
                figures.Goals.Count
            );
        }
    }

    /// <summary>What waits for somebody, each with the page where it is seen to.</summary>
    public static IEnumerable<(string Text, string Place)> ToDo(DashboardFigures figures, PageTexts texts)
    {
        var (supply, health) = (figures.Supply, figures.Health);
        var bare = supply.Topics.Count(topic => topic is { Ready: 0, Followers: not null });
        if (supply.Ready == 0)
        {
            yield return (texts["DoContent"], "/drop");
        }
        else if (bare > 0)
        {
            yield return (texts.With(bare == 1 ? "DoTopic" : "DoTopics", bare), "/drop");
        }
        if (supply.Held > 0)
        {
            yield return (texts.With(supply.Held == 1 ? "DoHeldOne" : "DoHeld", supply.Held), "/desk");
        }
        if (health.AilingFeeds > 0)
        {
            yield return (
                texts.With(health.AilingFeeds == 1 ? "DoFeed" : "DoFeeds", health.AilingFeeds),
                "/sources?show=ailing"
            );
        }
        if (health.FailedMessages > 0)
        {
            yield return (
                texts.With(health.FailedMessages == 1 ? "DoFailedOne" : "DoFailed", health.FailedMessages),
                "/desk/failures"
            );
        }
        if (figures.Goals.Count == 0)
        {
            yield return (texts["DoGoals"], "/programme");
        }
    }
}
