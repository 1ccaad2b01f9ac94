using System.Text.Json.Serialization;

namespace Advocacy.Benchmarks.Cost;

/// <summary>What is paid, as a JSON file: see infra/prices.json.</summary>
internal sealed record PriceList(
    string Currency,
    string Note,
    Price ServerlessMillionRu,
    Price AutoscaleRuHour,
    Price StoredGigabyte,
    Price GigabyteSecond,
    Price MillionExecutions,
    Price AlwaysReadyGigabyteSecond,
    Price TenThousandQueueOperations,
    Price ThousandTextRecords,
    Price LoggedGigabyte,
    Price AlertRule,
    IReadOnlyList<MailPlan> MailPlans,
    Price MailBeyondPlan,
    Assumptions Assumptions
);

/// <summary>A price with its source; or an example where none was found, and then the table marks it.</summary>
/// <param name="Unit">What it buys.</param>
/// <param name="Source">Where it stands.</param>
/// <param name="Date">When it stood there.</param>
internal sealed record Price(string Unit, string Source, string Date)
{
    [JsonPropertyName("price")]
    public double? Found { get; init; }

    public double? Example { get; init; }

    /// <summary>Units of each month that cost nothing.</summary>
    public double Free { get; init; }
}

/// <param name="Mails">That a month's fee includes.</param>
/// <param name="Price">The fee.</param>
internal sealed record MailPlan(double Mails, double Price);

/// <param name="WeeksInMonth">365.25 / 7 / 12 is 4.35.</param>
/// <param name="BusiestHourShare">The part of all people whose digest hour is the most popular one.</param>
/// <param name="BusyHoursInWeek">Hours in which digests are sent or opened; autoscale costs a tenth of its maximum in the others.</param>
/// <param name="WeeksKept">After which documents expire.</param>
/// <param name="AlwaysReadyGigabytes">Memory of the instances that always wait.</param>
/// <param name="AlertRules">Log alerts.</param>
internal sealed record Assumptions(
    double WeeksInMonth,
    double BusiestHourShare,
    double BusyHoursInWeek,
    double WeeksKept,
    double AlwaysReadyGigabytes,
    int AlertRules
);
