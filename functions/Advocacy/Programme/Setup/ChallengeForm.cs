using System.Globalization;
using Advocacy.Platform;
using Advocacy.Programme.Challenges;
using Advocacy.Programme.Goals;

namespace Advocacy.Programme.Setup;

internal static class ChallengeForm
{
    /// <summary>What a challenge may count: figures of a period that all add to.</summary>
    public static readonly IReadOnlyList<GoalMetric> Metrics = [GoalMetric.Shares, GoalMetric.AudienceClicks];

    /// <summary>The longest: a year.</summary>
    private const int MostDays = 366;

    public static Challenge Read(FormReader form)
    {
        var title = form.Local("title", FormReader.LongestLine);
        var (from, until) = (form.Date("from"), form.Date("until"));
        if (form.IsRight && (until < from || until.DayNumber - from.DayNumber > MostDays))
        {
            form.Fault("until", FormFault.Order);
        }
        GoalMetric? metric = form.Value("metric").Length == 0 ? null : form.Choice<GoalMetric>("metric");
        var target = form.Number("target", 1, GoalTarget.MostOf(metric ?? GoalMetric.Shares));
        if (metric is not null && !Metrics.Contains(metric.Value))
        {
            form.Fault("metric", FormFault.Choice);
        }
        if (metric is not null && target is null)
        {
            form.Fault("target", FormFault.Missing);
        }
        return new Challenge
        {
            // The same challenge sent twice is one.
            Id = Ids.Of("challenge", title.Da, title.En, from.ToString("O", CultureInfo.InvariantCulture)),
            Title = title,
            Text = form.Local("text", FormReader.LongestText),
            Metric = metric,
            Target = metric is null ? null : target,
            From = from,
            Until = until,
        };
    }
}
