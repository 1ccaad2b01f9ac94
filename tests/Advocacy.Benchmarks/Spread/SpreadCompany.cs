using System.Globalization;
using System.Text;
using Advocacy.Content;
using Advocacy.Digests;
using Advocacy.People;
using Advocacy.Sharing;

namespace Advocacy.Benchmarks.Spread;

/// <summary>
/// The people of a generated roster, all with their consent, in the order of their digest hours, and posts for several weeks. The same for
/// the same size.
/// </summary>
internal sealed class SpreadCompany
{
    public const int PostsAtATime = 40;
    public const int TextsOfAPost = 5;
    public const int MostPosts = 5;
    public const int Editions = 4;
    private const int NewPosts = 10;
    private static readonly DateOnly s_monday = new(2026, 11, 2);

    private static readonly string[] s_topics =
    [
        .. "energy climate technology products career culture safety research customers finance data community".Split(
            ' '
        ),
    ];

    private readonly List<Post> _posts = [];

    public SpreadCompany(int size)
    {
        var reader = new RosterLines();
        RosterGenerator.Write(reader, size);
        var hours = HoursOf(reader.People.Select(person => person.TimeZone).Distinct());
        People = [.. reader.People.OrderBy(person => hours[person.DigestSlot])];
        Hours = new long[size];
        Units = new int[size];
        var units = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (i, person) in People.Index())
        {
            Hours[i] = hours[person.DigestSlot].UtcTicks;
            if (!units.TryGetValue(person.Unit, out var unit))
            {
                units[person.Unit] = unit = units.Count;
            }
            Units[i] = unit;
        }
        UnitCount = units.Count;
        var random = new Random(7);
        for (var i = 0; i < PostsAtATime + ((Editions - 1) * NewPosts); i++)
        {
            _posts.Add(NewPost(i, random));
        }
    }

    public Employee[] People { get; }

    /// <summary>Ticks of the instant of each person's digest hour in the first week.</summary>
    public long[] Hours { get; }

    /// <summary>Number of each person's unit.</summary>
    public int[] Units { get; }

    public int UnitCount { get; }

    public static string IdOf(int edition) => Edition.IdOf(s_monday.AddDays(7 * edition));

    public static DateTimeOffset NowOf(int edition) => Midnight.AddDays(7 * edition);

    private static DateTimeOffset Midnight => new(s_monday.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);

    /// <summary>What may be offered in an edition, with each post's number.</summary>
    public IReadOnlyList<Post> PostsOf(int edition) => _posts.GetRange(edition * NewPosts, PostsAtATime);

    public int NumberOf(string postId) => int.Parse(postId.AsSpan(1), CultureInfo.InvariantCulture);

    public int PostCount => _posts.Count;

    private static Post NewPost(int number, Random random)
    {
        var language = random.Next(3) == 0 ? "en" : "da";
        string[] topics = random.Next(4) == 0 ? [] : [.. s_topics.OrderBy(_ => random.Next()).Take(1 + random.Next(2))];
        // Forty posts lie within twenty-eight days, the last of them on the day on which its first edition begins.
        var published = Midnight.AddHours((number - PostsAtATime + 1) * (7.0 * 24 / NewPosts));
        return new Post
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"p{number:000}"),
            Url = string.Create(CultureInfo.InvariantCulture, $"https://www.nordlys.example/{number}"),
            Title = "A post",
            Language = language,
            Topics = topics,
            PublishedAt = published,
            TakenInAt = published,
            Status = PostStatus.Ready,
            ShareTexts =
            [
                .. Enumerable
                    .Range(1, TextsOfAPost)
                    .Select(i => new ShareText(
                        string.Create(CultureInfo.InvariantCulture, $"t{i}"),
                        language,
                        new string('a', 60 * i)
                    )),
            ],
        };
    }

    private static Dictionary<string, DateTimeOffset> HoursOf(IEnumerable<string> zones) =>
        zones
            .SelectMany(id =>
            {
                var zone = TimeZoneInfo.FindSystemTimeZoneById(id);
                var within = Midnight.AddDays(3);
                return DigestCalendar
                    .Between(zone, Midnight.AddDays(-2), Midnight.AddDays(9), within)
                    .Select(hour => (Slot: Employee.SlotOf(id, hour.Day, hour.Hour), hour.BeginsAt));
            })
            .ToDictionary(hour => hour.Slot, hour => hour.BeginsAt);

    /// <summary>Reads the generator's lines as they are written. Its fields have no quotes.</summary>
    private sealed class RosterLines : StringWriter
    {
        private readonly Dictionary<string, string> _words = [];
        private readonly Dictionary<string, string[]> _lists = [];

        public RosterLines()
            : base(CultureInfo.InvariantCulture) { }

        public List<Employee> People { get; } = [];

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(string? value)
        {
            var cells = value!.TrimEnd('\n').Split(',');
            if (cells[0] == "address")
            {
                return;
            }
            People.Add(
                new Employee
                {
                    Id = Platform.Ids.Of(cells[0]),
                    Address = cells[0],
                    Name = cells[1],
                    Unit = Word(cells[2]),
                    Archetype = Enum.Parse<Archetype>(cells[3], ignoreCase: true),
                    Topics = List(cells[4]),
                    Language = Word(cells[5]),
                    ReadsLanguages = List(cells[6]),
                    TimeZone = Word(cells[7]),
                    DigestDay = Enum.Parse<DayOfWeek>(cells[8], ignoreCase: true),
                    DigestHour = int.Parse(cells[9], CultureInfo.InvariantCulture),
                }
            );
        }

        private string Word(string word) => _words.TryGetValue(word, out var known) ? known : _words[word] = word;

        private string[] List(string joined)
        {
            if (!_lists.TryGetValue(joined, out var known))
            {
                known = [.. joined.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(Word)];
                _lists[joined] = known;
            }
            return known;
        }
    }
}
