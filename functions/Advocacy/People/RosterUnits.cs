using System.Globalization;

namespace Advocacy.People;

/// <summary>A synthetic unit of at least five people (where there are as many), all in one place.</summary>
internal sealed record RosterUnit(string Name, RosterPlace Place, int Size);

/// <param name="TimeZone">IANA.</param>
internal sealed record RosterPlace(string Name, string TimeZone, bool Danish);

/// <summary>Draws the units of a synthetic company.</summary>
internal static class RosterUnits
{
    /// <summary>The smallest group that a figure may show.</summary>
    private const int Smallest = 5;

    // Sizes are log-normal around 16 people: many small units, and a few that are large.
    private const double MeanOfLog = 2.8;
    private const double SpreadOfLog = 0.95;

    private static readonly RosterPlace[] s_danish =
    [
        .. "København Aarhus Odense Aalborg Esbjerg Kolding"
            .Split(' ')
            .Select(name => new RosterPlace(name, "Europe/Copenhagen", true)),
    ];

    private static readonly RosterPlace[] s_abroad =
    [
        new("Stockholm", "Europe/Stockholm", false),
        new("London", "Europe/London", false),
        new("Berlin", "Europe/Berlin", false),
        new("Helsinki", "Europe/Helsinki", false),
        new("New York", "America/New_York", false),
        new("Singapore", "Asia/Singapore", false),
    ];

    private static readonly string[] s_work =
    [
        .. "Salg Marketing Drift Teknik Udvikling Indkøb Økonomi HR Jura Logistik Service Projekter IT Kvalitet".Split(
            ' '
        ),
    ];

    public static IReadOnlyList<RosterUnit> Draw(int people, Random random)
    {
        var sizes = Sizes(people, random);
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        var units = new List<RosterUnit>(sizes.Count);
        foreach (var size in sizes)
        {
            var places = random.NextDouble() < 0.8 ? s_danish : s_abroad;
            var place = places[random.Next(places.Length)];
            var name = $"{s_work[random.Next(s_work.Length)]} {place.Name}";
            var number = names[name] = names.GetValueOrDefault(name) + 1;
            var unique = number == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
            units.Add(new RosterUnit(unique, place, size));
        }
        return units;
    }

    private static List<int> Sizes(int people, Random random)
    {
        // No unit is more than a fifth of the company, so that a small company has several too.
        var largest = Math.Max(Smallest, people / 5);
        var sizes = new List<int>();
        for (var left = people; left > 0; left -= sizes[^1])
        {
            var drawn = (int)Math.Round(Math.Exp(MeanOfLog + (SpreadOfLog * Normal(random))));
            var size = Math.Min(Math.Clamp(drawn, Smallest, largest), left);
            // Who would be left over in too small a unit belongs to this one.
            sizes.Add(left - size < Smallest ? left : size);
        }
        return sizes;
    }

    /// <summary>Box-Muller.</summary>
    private static double Normal(Random random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
