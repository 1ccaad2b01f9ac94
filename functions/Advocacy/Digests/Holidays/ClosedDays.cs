using System.Globalization;
using Advocacy.Programme;

namespace Advocacy.Digests.Holidays;

/// <summary>
/// The company's days off, and where a digest goes whose day is one: to the next working day of the same ISO week, else to the one before, at the
/// same local hour. It stays in its week, so that nobody gets two in one and none in the next. A weekend day that somebody chose is theirs and is
/// never moved; neither is anything in a week that has no working day at all.
/// </summary>
/// <remarks>
/// The days are the company's country's and its own; which day it is says the person's own zone. What closes in another country where somebody
/// works is not known here.
/// </remarks>
public sealed class ClosedDays
{
    /// <summary>Every day is as good as another.</summary>
    public static readonly ClosedDays None = new("", []);

    private readonly string _country;
    private readonly HashSet<DateOnly> _own;

    /// <param name="country">ISO 3166-1 alpha-2.</param>
    /// <param name="own">The company's closing days.</param>
    public ClosedDays(string country, IEnumerable<DateOnly> own)
    {
        _country = country;
        _own = own.ToHashSet();
        Signature = string.Join(
            ' ',
            [country, .. _own.Order().Select(date => date.ToString("O", CultureInfo.InvariantCulture))]
        );
    }

    /// <summary>The same where the same days are off.</summary>
    public string Signature { get; }

    public static ClosedDays Of(CompanyProfile company) => new(company.Country, company.ClosingDays);

    /// <summary>The local date on which the digest of a local date is sent.</summary>
    public DateOnly MovedFrom(DateOnly date)
    {
        if (IsWeekend(date) || !IsClosed(date))
        {
            return date;
        }
        var monday = Edition.MondayOf(date);
        var friday = monday.AddDays(4);
        for (var next = date.AddDays(1); next <= friday; next = next.AddDays(1))
        {
            if (!IsClosed(next))
            {
                return next;
            }
        }
        for (var before = date.AddDays(-1); before >= monday; before = before.AddDays(-1))
        {
            if (!IsClosed(before))
            {
                return before;
            }
        }
        return date;
    }

    private bool IsClosed(DateOnly date) => _own.Contains(date) || CountryHolidays.Contains(_country, date);

    private static bool IsWeekend(DateOnly date) => date.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
}
