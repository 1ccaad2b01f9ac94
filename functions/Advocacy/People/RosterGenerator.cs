using System.Globalization;
using Advocacy.Consent;

namespace Advocacy.People;

/// <summary>
/// Writes a synthetic roster: nobody in it exists, and every address is under a domain reserved for examples. The same count, seed and
/// day give the same bytes. About 5 % enthusiasts, 25 % specialists and 70 % colleagues; 85 % with their consent, of whom 4 % withdrew
/// it; 3 % paused; four in five in Denmark; digests around Tuesday at 9.
/// </summary>
public static class RosterGenerator
{
    private const string Header =
        "address,name,unit,archetype,topics,language,reads_languages,time_zone,digest_day,digest_hour,"
        + "paused_until,consent_at,consent_channel,consent_wording,measure_consent,stats_consent,withdrawn_at";

    private const int DaysOfConsenting = 180;

    /// <summary>The day up to which people decided, where none is given.</summary>
    public static readonly DateOnly DefaultDay = new(2026, 9, 1);

    private static readonly string[] s_danish =
    [
        .. (
            "Anne Mette Kirsten Hanne Søren Jens Lars Niels Peter Camilla Freja Ida Emma Åse Bjørn Jørgen Mikkel "
            + "Rasmus Signe Thyra Karen Lone Ole Palle Maja"
        ).Split(' '),
    ];

    private static readonly string[] s_danishLast =
    [
        .. (
            "Jensen Nielsen Hansen Pedersen Andersen Christensen Larsen Sørensen Rasmussen Jørgensen Petersen Madsen "
            + "Kristensen Olsen Thomsen Møller Østergaard Holm Lund Kjær Bæk Dahl Ågård Friis"
        ).Split(' '),
    ];

    private static readonly string[] s_english =
    [
        .. "Alice Ben Charlotte Daniel Emily Fiona George Hannah Isaac Julia Kevin Laura Oliver Priya Ravi Sophie".Split(
            ' '
        ),
    ];

    private static readonly string[] s_englishLast =
    [
        .. "Smith Jones Taylor Brown Walker Patel Wright Hughes Green Clarke Singh Turner Cooper Ward Bell Murray".Split(
            ' '
        ),
    ];

    private static readonly string[] s_topics =
    [
        .. "energy climate technology products career culture safety research customers finance data community".Split(
            ' '
        ),
    ];

    private static readonly int[] s_hours = [7, 8, 8, 9, 9, 9, 9, 9, 10, 11, 13, 15];

    /// <param name="count">People, 1 or more.</param>
    /// <param name="seed">Another seed, other people.</param>
    /// <param name="day">Nobody decided later; <see cref="DefaultDay"/> where it is left out.</param>
    public static void Write(TextWriter writer, int count, int seed = 1, DateOnly? day = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var random = new Random(seed);
        var midnight = new DateTimeOffset(day ?? DefaultDay, TimeOnly.MinValue, TimeSpan.Zero);
        // The same line ends everywhere: the same bytes.
        writer.Write(Header + "\n");
        var number = 0;
        foreach (var unit in RosterUnits.Draw(count, random))
        {
            for (var i = 0; i < unit.Size; i++)
            {
                number++;
                writer.Write(Row(unit, number, midnight, random) + "\n");
            }
        }
    }

    // No name, unit or topic here has a comma or a quote in it: nothing needs quoting.
    private static string Row(RosterUnit unit, int number, DateTimeOffset midnight, Random random)
    {
        var danish = random.NextDouble() < (unit.Place.Danish ? 0.85 : 0.1);
        var first = One(danish ? s_danish : s_english, random);
        var last = One(danish ? s_danishLast : s_englishLast, random);
        var address = string.Create(
            CultureInfo.InvariantCulture,
            $"{Ascii(first)}.{Ascii(last)}.{number}@{(unit.Place.Danish ? "nordlys" : "nordlys-group")}.example"
        );
        var archetype = random.NextDouble() switch
        {
            < 0.05 => "enthusiast",
            < 0.30 => "specialist",
            _ => "colleague",
        };
        var topics = s_topics.OrderBy(_ => random.Next()).Take(random.Next(5)).ToArray();
        var reads = random.NextDouble() < 0.2 ? "da;en" : "";
        var hour = One(s_hours, random).ToString(CultureInfo.InvariantCulture);
        var paused = random.NextDouble() < 0.03 ? Date(midnight.AddDays(random.Next(60, 240))) : "";
        return string.Join(
            ',',
            [
                address,
                $"{first} {last}",
                unit.Name,
                archetype,
                string.Join(';', topics),
                danish ? "da" : "en",
                reads,
                unit.Place.TimeZone,
                Day(random),
                hour,
                paused,
                .. Consent(midnight, random),
            ]
        );
    }

    /// <summary>The last six columns.</summary>
    private static string[] Consent(DateTimeOffset midnight, Random random)
    {
        // Everything is drawn whether it is used or not, so that one person's choice does not change the next person.
        var consents = random.NextDouble() < 0.85;
        var minutes = random.Next(DaysOfConsenting * 24 * 60 / 2, DaysOfConsenting * 24 * 60);
        var channel = One(["intranet", "welcome day", "paper form"], random);
        var measure = random.NextDouble() < 0.35;
        var stats = random.NextDouble() < 0.30;
        var withdraws = random.NextDouble() < 0.04;
        var later = random.Next(1, DaysOfConsenting * 24 * 60 / 2);
        if (!consents)
        {
            return ["", "", "", "", "", ""];
        }
        var at = midnight.AddMinutes(-minutes);
        var withdrawn = withdraws ? Instant(at.AddMinutes(later)) : "";
        return
        [
            Instant(at),
            channel,
            ConsentWordings.CurrentVersion,
            measure ? "yes" : "no",
            stats ? "yes" : "no",
            withdrawn,
        ];
    }

    private static string Day(Random random) =>
        random.NextDouble() switch
        {
            < 0.60 => "tuesday",
            < 0.73 => "wednesday",
            < 0.85 => "thursday",
            < 0.96 => "monday",
            _ => "friday",
        };

    private static T One<T>(T[] items, Random random) => items[random.Next(items.Length)];

    private static string Date(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Instant(DateTimeOffset at) =>
        at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Ascii(string name) =>
        name.ToLowerInvariant()
            .Replace("æ", "ae", StringComparison.Ordinal)
            .Replace("ø", "oe", StringComparison.Ordinal)
            .Replace("å", "aa", StringComparison.Ordinal);
}
