using System.Text;
using Advocacy.Consent;
using Advocacy.People;

namespace Advocacy.Tests.People;

public sealed class RosterReaderFuzzTests
{
    // What breaks readers: separators, quotes, line ends, marks, control characters, halves of characters.
    private static readonly byte[] s_nasty =
    [
        .. ",;\t|\"'\r\n@<>=/ 0A"u8,
        0x00,
        0x1B,
        0x80,
        0x96,
        0xC3,
        0xE5,
        0xEF,
        0xFE,
        0xFF,
    ];

    [Fact]
    public async Task However_a_roster_is_damaged_it_is_read_to_an_end_and_nobody_is_opted_in_by_it()
    {
        var sound = Encoding.UTF8.GetBytes(RosterGeneratorTests.Generate(12));
        var (before, _) = await Rosters.ReadAsync(sound);
        var evidence = before.SelectMany(r => r.Decisions).Select(d => d.Evidence.WordingVersion).Distinct().ToList();
        var random = new Random(20261123);
        var rowsRead = 0;
        var problemsNamed = 0;
        for (var i = 0; i < 300; i++)
        {
            var (rows, problems) = await Rosters.ReadAsync(Damage(sound, random));

            rowsRead += rows.Count;
            problemsNamed += problems.Count;
            rows.ShouldAllBe(r => r.Address.Contains('@') && r.Name.Length > 0 && r.Unit.Length > 0);
            rows.ShouldAllBe(r => r.TimeZone == null || IsZone(r.TimeZone));
            rows.SelectMany(r => r.Decisions)
                .ShouldAllBe(d => d.Action == ConsentAction.Withdrawn || evidence.Contains(d.Evidence.WordingVersion));
            problems.ShouldAllBe(p => !p.ToString().Any(char.IsControl));
        }
        rowsRead.ShouldBeGreaterThan(300);
        problemsNamed.ShouldBeGreaterThan(300);
    }

    private static bool IsZone(string name) => TimeZones.TryFind(name, out _);

    private static byte[] Damage(byte[] sound, Random random)
    {
        var bytes = sound.ToList();
        for (var i = random.Next(1, 12); i > 0; i--)
        {
            // Half of the damage is done to the header and its neighbours.
            var at = random.Next(random.Next(2) == 0 ? bytes.Count : Math.Min(300, bytes.Count));
            var nasty = s_nasty[random.Next(s_nasty.Length)];
            switch (random.Next(4))
            {
                case 0:
                    bytes[at] = nasty;
                    break;
                case 1:
                    bytes.InsertRange(at, Enumerable.Repeat(nasty, random.Next(1, 40)));
                    break;
                case 2:
                    bytes.RemoveRange(at, Math.Min(random.Next(1, 40), bytes.Count - at - 1));
                    break;
                default:
                    bytes.InsertRange(at, bytes.Skip(random.Next(bytes.Count)).Take(60).ToList());
                    break;
            }
        }
        return [.. bytes];
    }
}
