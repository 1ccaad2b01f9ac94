using System.Globalization;
using Advocacy.People;
using Microsoft.AspNetCore.Http;

namespace Advocacy.Preferences;

/// <summary>The fields of the digest form.</summary>
public enum DigestField
{
    Rhythm,
    Day,
    Hour,
    Zone,
    Posts,
}

/// <summary>The digest form: when and how much, as text, as a form has it.</summary>
/// <param name="Rhythm">Name of a <see cref="DigestRhythm"/>.</param>
/// <param name="Day">Name of a <see cref="DayOfWeek"/>.</param>
/// <param name="Hour">0 to 23.</param>
/// <param name="Zone">IANA.</param>
/// <param name="Posts">1 to <see cref="MostPosts"/>; empty for the company's own number.</param>
public sealed record DigestEntry(string Rhythm, string Day, string Hour, string Zone, string Posts)
{
    public const int MostPosts = 10;

    public IReadOnlyList<DigestField> Wrong { get; init; } = [];

    /// <summary>The zone that was probably meant by one that there is not.</summary>
    public string? ZoneMeant { get; init; }

    public static DigestEntry Of(Employee employee) =>
        new(
            employee.Rhythm.ToString(),
            employee.DigestDay.ToString(),
            employee.DigestHour.ToString(CultureInfo.InvariantCulture),
            employee.TimeZone,
            employee.MostPosts?.ToString(CultureInfo.InvariantCulture) ?? ""
        );

    public static DigestEntry Of(IFormCollection form)
    {
        var entry = new DigestEntry(Text("rhythm"), Text("day"), Text("hour"), Text("zone"), Text("posts"));
        return entry with
        {
            Wrong = [.. Enum.GetValues<DigestField>().Where(field => !entry.IsGood(field))],
            ZoneMeant = TimeZones.TryFind(entry.Zone, out _) ? null : TimeZones.Nearest(entry.Zone),
        };
        string Text(string field) => form[field].ToString().Trim();
    }

    /// <summary>The employee with what was entered, where nothing of it is wrong.</summary>
    public Employee On(Employee employee) =>
        employee with
        {
            Rhythm = Enum.Parse<DigestRhythm>(Rhythm),
            DigestDay = Enum.Parse<DayOfWeek>(Day),
            DigestHour = int.Parse(Hour, NumberStyles.None, CultureInfo.InvariantCulture),
            TimeZone = TimeZones.TryFind(Zone, out var zone) ? zone.Id : employee.TimeZone,
            MostPosts = Posts.Length == 0 ? null : int.Parse(Posts, NumberStyles.None, CultureInfo.InvariantCulture),
        };

    private bool IsGood(DigestField field) =>
        field switch
        {
            DigestField.Rhythm => Enum.GetNames<DigestRhythm>().Contains(Rhythm),
            DigestField.Day => Enum.GetNames<DayOfWeek>().Contains(Day),
            DigestField.Hour => IsWithin(Hour, 0, 23),
            DigestField.Zone => TimeZones.TryFind(Zone, out _),
            _ => Posts.Length == 0 || IsWithin(Posts, 1, MostPosts),
        };

    private static bool IsWithin(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && number >= least
        && number <= most;
}
