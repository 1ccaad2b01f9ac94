using System.Text;

namespace Advocacy.People;

/// <summary>The columns of a roster.</summary>
internal enum RosterColumn
{
    Address,
    Name,
    Unit,
    Archetype,
    Topics,
    Language,
    ReadsLanguages,
    TimeZone,
    DigestDay,
    DigestHour,
    PausedUntil,
    ConsentAt,
    ConsentChannel,
    ConsentWording,
    MeasureConsent,
    StatsConsent,
    WithdrawnAt,
}

/// <summary>What the columns are called: English first, as they are written, then the other names that are understood.</summary>
internal static class RosterColumns
{
    public static readonly IReadOnlyList<RosterColumn> Required =
    [
        RosterColumn.Address,
        RosterColumn.Name,
        RosterColumn.Unit,
        RosterColumn.Language,
    ];

    private static readonly Dictionary<RosterColumn, string[]> s_names = new()
    {
        [RosterColumn.Address] =
        [
            "address",
            "email",
            "mail",
            "email address",
            "adresse",
            "mailadresse",
            "emailadresse",
        ],
        [RosterColumn.Name] = ["name", "full name", "navn", "fulde navn"],
        [RosterColumn.Unit] = ["unit", "department", "enhed", "afdeling"],
        [RosterColumn.Archetype] = ["archetype", "arketype", "type"],
        [RosterColumn.Topics] = ["topics", "interests", "emner", "interesser"],
        [RosterColumn.Language] = ["language", "sprog"],
        [RosterColumn.ReadsLanguages] = ["reads_languages", "læsesprog", "læser sprog"],
        [RosterColumn.TimeZone] = ["time_zone", "zone", "tidszone"],
        [RosterColumn.DigestDay] = ["digest_day", "day", "dag", "ugedag"],
        [RosterColumn.DigestHour] = ["digest_hour", "hour", "time", "klokkeslæt"],
        [RosterColumn.PausedUntil] = ["paused_until", "pause til", "pauset til", "på pause til"],
        [RosterColumn.ConsentAt] = ["consent_at", "samtykke givet", "samtykke dato", "samtykke tidspunkt"],
        [RosterColumn.ConsentChannel] = ["consent_channel", "samtykke kanal"],
        [RosterColumn.ConsentWording] = ["consent_wording", "samtykke tekst", "samtykke version"],
        [RosterColumn.MeasureConsent] = ["measure_consent", "samtykke måling"],
        [RosterColumn.StatsConsent] = ["stats_consent", "samtykke statistik"],
        [RosterColumn.WithdrawnAt] = ["withdrawn_at", "tilbagekaldt", "samtykke tilbagekaldt"],
    };

    private static readonly Dictionary<string, RosterColumn> s_byName = s_names
        .SelectMany(column => column.Value.Select(name => (Key: KeyOf(name), Column: column.Key)))
        .ToDictionary(pair => pair.Key, pair => pair.Column, StringComparer.Ordinal);

    public static string NameOf(RosterColumn column) => s_names[column][0];

    public static RosterColumn? Find(string header) =>
        s_byName.TryGetValue(KeyOf(header), out var column) ? column : null;

    /// <summary>A header without case, spaces and signs, and with the Danish letters as they are written without them.</summary>
    private static string KeyOf(string header)
    {
        var key = new StringBuilder();
        foreach (var c in header.Normalize().ToLowerInvariant().Where(char.IsLetter))
        {
            _ = c switch
            {
                'æ' => key.Append("ae"),
                'ø' => key.Append("oe"),
                'å' => key.Append("aa"),
                _ => key.Append(c),
            };
        }
        return key.ToString();
    }
}
