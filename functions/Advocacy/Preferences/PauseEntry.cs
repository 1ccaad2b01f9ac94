using System.Globalization;
using Advocacy.Digests;
using Advocacy.People;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Preferences;

/// <summary>What is wrong with the date until which somebody would pause.</summary>
public enum PauseFault
{
    NoDate,
    NotInTheFuture,
    TooFar,
}

/// <summary>The pause form.</summary>
/// <param name="Until">The first day with mails again, as <c>2026-12-24</c>; or whatever was entered.</param>
/// <param name="Tomorrow">The first day that it takes, where the person is.</param>
/// <param name="Last">The last.</param>
public sealed record PauseEntry(string Until, DateOnly Tomorrow, DateOnly Last)
{
    private const string Iso = "yyyy-MM-dd";

    /// <summary>The first day with mails again; <c>null</c> where no pause is on.</summary>
    public DateOnly? PausedUntil { get; init; }

    public PauseFault? Fault { get; init; }

    public static PauseEntry Of(Employee employee, DateTimeOffset now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(employee.TimeZone);
        var today = LocalDate(now, zone);
        var paused = employee.PausedUntil > now ? LocalDate(employee.PausedUntil.Value, zone) : (DateOnly?)null;
        return new PauseEntry(paused is { } date ? Text(date) : "", today.AddDays(1), today.AddYears(1))
        {
            PausedUntil = paused,
        };
    }

    public PauseEntry With(IFormCollection form)
    {
        var until = form["until"].ToString().Trim();
        return this with { Until = until, Fault = FaultOf(until) };
    }

    /// <summary>The employee with what was entered, where it is not wrong.</summary>
    public Employee On(Employee employee) =>
        employee with
        {
            PausedUntil = DigestCalendar.StartOf(
                TimeZoneInfo.FindSystemTimeZoneById(employee.TimeZone),
                DateOnly.ParseExact(Until, Iso, CultureInfo.InvariantCulture)
            ),
        };

    /// <summary>As a date field writes it.</summary>
    public static string Text(DateOnly date) => date.ToString(Iso, CultureInfo.InvariantCulture);

    private PauseFault? FaultOf(string until) =>
        !DateOnly.TryParseExact(until, Iso, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? PauseFault.NoDate
        : date < Tomorrow ? PauseFault.NotInTheFuture
        : date > Last ? PauseFault.TooFar
        : null;

    private static DateOnly LocalDate(DateTimeOffset instant, TimeZoneInfo zone) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, zone).DateTime);
}
