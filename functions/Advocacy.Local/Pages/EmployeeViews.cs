using Advocacy.Consent;
using Advocacy.Digests;
using Advocacy.People;

namespace Advocacy.Local.Pages;

/// <summary>The roster.</summary>
public sealed record EmployeesView
{
    public required LocalFrame Frame { get; init; }
    public required IReadOnlyList<EmployeeRow> Employees { get; init; }
    public required Paging Paging { get; init; }
}

/// <param name="Employee">As stored.</param>
/// <param name="Consent"><c>null</c> where the person never decided on anything.</param>
public sealed record EmployeeRow(Employee Employee, CurrentConsent? Consent);

/// <summary>One person, with what is on record. The links are the person's own, so that they can be tried here.</summary>
public sealed record EmployeeView
{
    public required LocalFrame Frame { get; init; }
    public required Employee Employee { get; init; }

    /// <summary><c>null</c> where the person never decided on anything.</summary>
    public CurrentConsent? Consent { get; init; }

    /// <summary>The ledger, newest first.</summary>
    public required IReadOnlyList<ConsentEvent> History { get; init; }

    /// <summary>Newest first; a sent one links to <c>/mailbox/{id}</c>.</summary>
    public required IReadOnlyList<Delivery> Deliveries { get; init; }

    /// <summary>The page on which the person confirms a consent, by purpose; a purpose that is missing has no link.</summary>
    public IReadOnlyDictionary<ConsentPurpose, string> ConfirmUrls { get; init; } =
        new Dictionary<ConsentPurpose, string>();

    /// <summary>The person's preferences page; <c>null</c> for none.</summary>
    public string? PreferencesUrl { get; init; }

    /// <summary>The person's unsubscribe page; <c>null</c> for none.</summary>
    public string? UnsubscribeUrl { get; init; }
}

/// <summary>How the operator's pages say things about people.</summary>
internal static class EmployeeWords
{
    public static readonly ConsentPurpose[] Purposes = Enum.GetValues<ConsentPurpose>();

    public static string Of(ConsentPurpose purpose) =>
        purpose switch
        {
            ConsentPurpose.DigestEmail => "Digest",
            ConsentPurpose.ClickMeasurement => "Measurement",
            ConsentPurpose.ShareStatistics => "Statistics",
            _ => purpose.ToString(),
        };

    public static string Of(DigestRhythm rhythm) =>
        rhythm switch
        {
            DigestRhythm.Weekly => "every week",
            DigestRhythm.EveryOtherWeek => "every other week",
            _ => "every four weeks",
        };

    public static string Slot(Employee employee) =>
        string.Create(
            LocalFrame.Culture,
            $"{LocalFrame.Culture.DateTimeFormat.GetDayName(employee.DigestDay)} {employee.DigestHour:00}:00"
        );
}
