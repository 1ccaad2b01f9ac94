namespace Advocacy.People;

/// <summary>
/// What a roster's row makes of an employee. Address, name, unit and archetype are the company's and follow the roster on every import.
/// Rhythm, number of posts and the guidelines read are the person's, and no roster speaks of them. Language, topics, languages read, time zone, digest day and hour and pause are what a new person starts with, and the person's own from
/// then on: a later import leaves them, unless <see cref="RosterOptions.PreferencesFollowRoster"/> is set. An empty cell changes nothing.
/// </summary>
internal static class RosterMerge
{
    public static Employee Start(string id, RosterRow row, RosterOptions options) =>
        Preferences(
            new Employee
            {
                Id = id,
                Address = row.Address,
                Name = row.Name,
                Unit = row.Unit,
                Archetype = row.Archetype ?? Archetype.Colleague,
                Language = options.DefaultLanguage,
                TimeZone = options.DefaultTimeZone,
            },
            row
        );

    /// <param name="kept">True where the row would have the person's preferences otherwise, and they stayed.</param>
    public static Employee Follow(Employee employee, RosterRow row, RosterOptions options, out bool kept)
    {
        var company = employee with
        {
            Address = row.Address,
            Name = row.Name,
            Unit = row.Unit,
            Archetype = row.Archetype ?? employee.Archetype,
        };
        var all = Preferences(company, row);
        kept = !options.PreferencesFollowRoster && !Same(all, company);
        return kept ? company : all;
    }

    /// <summary>Equality of what a roster speaks of; lists by their contents.</summary>
    public static bool Same(Employee a, Employee b) =>
        a.Topics.SequenceEqual(b.Topics, StringComparer.Ordinal)
        && a.ReadsLanguages.SequenceEqual(b.ReadsLanguages, StringComparer.Ordinal)
        && a.PausedUntil?.ToUnixTimeMilliseconds() == b.PausedUntil?.ToUnixTimeMilliseconds()
        && a == b with { Topics = a.Topics, ReadsLanguages = a.ReadsLanguages, PausedUntil = a.PausedUntil };

    private static Employee Preferences(Employee employee, RosterRow row) =>
        employee with
        {
            Language = row.Language ?? employee.Language,
            Topics = row.Topics ?? employee.Topics,
            ReadsLanguages = row.ReadsLanguages ?? employee.ReadsLanguages,
            TimeZone = row.TimeZone ?? employee.TimeZone,
            DigestDay = row.DigestDay ?? employee.DigestDay,
            DigestHour = row.DigestHour ?? employee.DigestHour,
            PausedUntil = row.PausedUntil ?? employee.PausedUntil,
        };
}
