using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Advocacy.Consent;
using Advocacy.Content;
using Advocacy.Local;
using Advocacy.People;
using Advocacy.Platform.Store;
using CsvHelper;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Local;

/// <summary>What the README of the sample promises is there. The texts themselves are read by people.</summary>
public sealed partial class SampleTests
{
    private const string Base = "http://127.0.0.1:7071/sample";
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset Monday = new(2026, 11, 23, 0, 0, 0, TimeSpan.Zero);
    private static readonly JsonSerializerOptions Strict = new(DocumentJson.Options)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };
    private readonly CompanyFolder _sample = CompanyFolder.Sample();
    private readonly FakeTimeProvider _time = new(Monday.AddHours(8));

    [Fact]
    public void It_is_the_invented_company_of_the_README()
    {
        _sample.Profile.Name.ShouldBe("Havgry Energi");
        _sample.Profile.Country.ShouldBe("DK");
        _sample.Profile.Imprint.ShouldContain("DK-00000000");
        _sample.Profile.SenderAddress.ShouldEndWith("@havgry.example");
    }

    [Fact]
    public void Three_feeds_have_ten_and_eight_and_seven_entries()
    {
        _sample.Feeds.Select(f => f.Key).ShouldBe(["news", "engineering", "careers"]);
        Xml("news").Descendants("item").Count().ShouldBe(10);
        Xml("engineering").Descendants(Atom + "entry").Count().ShouldBe(8);
        var careers = Careers();
        careers.Count.ShouldBe(7);
        careers.Select(i => i.GetProperty("language").GetString()).Distinct().ShouldBe(["da", "en"]);
    }

    [Fact]
    public void Every_entry_has_a_title_a_summary_and_an_address_of_its_own()
    {
        var entries = Xml("news")
            .Descendants("item")
            .Select(i => (i.Element("title")!.Value, i.Element("description")!.Value, i.Element("link")!.Value))
            .Concat(
                Xml("engineering")
                    .Descendants(Atom + "entry")
                    .Select(e =>
                        (
                            e.Element(Atom + "title")!.Value,
                            e.Element(Atom + "summary")!.Value,
                            e.Elements(Atom + "link").First().Attribute("href")!.Value
                        )
                    )
            )
            .Concat(Careers().Select(i => (Text(i, "title"), Text(i, "summary"), Text(i, "url"))))
            .Concat(Drops().Select(d => (d.Title!, d.Summary!, d.Url)))
            .ToList();

        entries.Count.ShouldBe(37);
        entries.ShouldAllBe(e => e.Item1.Length >= 10 && e.Item2.Length >= 100);
        entries.ShouldAllBe(e => e.Item3.StartsWith("https://www.havgry.example/", StringComparison.Ordinal));
        entries.Select(e => e.Item3).ShouldBeUnique();
        entries.Select(e => e.Item1).ShouldBeUnique();
    }

    [Theory]
    [InlineData("2026-11-23T00:00:00Z")]
    [InlineData("2026-11-29T23:59:59Z")]
    [InlineData("2028-03-01T12:00:00Z")]
    public void All_dates_lie_in_the_three_weeks_before_the_current_one(string now)
    {
        _time.AdjustTime(DateTimeOffset.Parse(now, CultureInfo.InvariantCulture));
        var monday = FreshTokens.WeekStart(_time);

        var dates = Xml("news")
            .Descendants("pubDate")
            .Select(d => Rfc822(d.Value))
            .Concat(Xml("engineering").Descendants(Atom + "published").Select(d => Rfc3339(d.Value)))
            .Concat(Xml("engineering").Descendants(Atom + "updated").Select(d => Rfc3339(d.Value)))
            .Concat(Careers().Select(i => Rfc3339(Text(i, "date_published"))))
            .Concat(Drops().Select(d => d.PublishedAt!.Value))
            .ToList();

        dates.Count.ShouldBe(10 + 8 + 9 + 7 + 12);
        dates.ShouldAllBe(d => monday.AddDays(-21) <= d && d < monday);
    }

    [Fact]
    public void No_token_is_left_over()
    {
        string[] all =
        [
            .. _sample.Feeds.Select(f => Feed(f.Key)),
            .. _sample.DropPaths.Select(p => _sample.DropText(p, _time, Base)),
        ];

        all.ShouldAllBe(text =>
            !text.Contains("{date", StringComparison.Ordinal) && !text.Contains("{base", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Every_picture_is_used_exists_and_is_small()
    {
        string[] all =
        [
            .. _sample.Feeds.Select(f => Feed(f.Key)),
            .. _sample.DropPaths.Select(p => _sample.DropText(p, _time, Base)),
        ];
        var named = all.SelectMany(text => Picture().Matches(text).Select(m => m.Groups["name"].Value))
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
        var files = new DirectoryInfo(_sample.ImageDirectory).GetFiles();

        files.Select(f => f.Name).Order(StringComparer.Ordinal).ShouldBe(named);
        files.Length.ShouldBeInRange(8, 10);
        files.ShouldAllBe(f => f.Length < 25 * 1024);
    }

    [Fact]
    public void Every_picture_is_a_PNG_of_1200_by_630()
    {
        foreach (var path in Directory.EnumerateFiles(_sample.ImageDirectory))
        {
            var head = File.ReadAllBytes(path).AsSpan(0, 24);
            head[..8].SequenceEqual<byte>([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]).ShouldBeTrue(path);
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head[16..]).ShouldBe(1200, path);
            System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(head[20..]).ShouldBe(630, path);
        }
    }

    [Fact]
    public void Twelve_drops_keep_to_the_contract()
    {
        var drops = Drops();

        drops.Count.ShouldBe(12);
        drops.ShouldAllBe(d => d.Version == 1 && d.SourceId == null && d.Title!.Length <= 300);
        drops.ShouldAllBe(d => d.Summary!.Length <= 2000 && (d.Language == "da" || d.Language == "en"));
        drops.ShouldAllBe(d => d.ShareTexts!.All(t => t.Text.Length <= 3000 && t.Language != null));
        drops.SelectMany(d => d.ShareTexts!).Select(t => t.Text).ShouldBeUnique();
        drops.Count(d => d.Commercial).ShouldBe(1);
        drops.Single(d => d.Commercial).ExpiresAt!.Value.ShouldBeGreaterThan(Monday.AddDays(21));
    }

    [Fact]
    public void The_good_drops_have_three_to_five_share_texts_in_both_languages_and_some_for_a_channel()
    {
        var good = Drops().Take(7).ToList();

        good.ShouldAllBe(d => d.ShareTexts!.Count >= 3 && d.ShareTexts.Count <= 5);
        good.ShouldAllBe(d => d.ShareTexts!.Select(t => t.Language).Distinct().Count() == 2);
        good.SelectMany(d => d.ShareTexts!).Count(t => t.Channel == "linkedin").ShouldBeGreaterThanOrEqualTo(7);
    }

    [Fact]
    public void The_last_five_drops_each_give_the_tone_gate_its_own_reason()
    {
        var held = Drops().Skip(7).ToList();

        held.Count.ShouldBe(5);
        held[0].Summary!.ShouldContain("afskedige");
        held[1].Summary!.ShouldContain("disgrace");
        held[2].Title!.ShouldBe(held[2].Title!.ToUpper(CultureInfo.GetCultureInfo("da-DK")));
        held[2].Title!.ShouldEndWith("!!!");
        held[3].Title.ShouldStartWith("Undskyld");
        held[4].Summary!.ShouldMatch(@"\b\d{6}-\d{4}\b");
    }

    [Fact]
    public void Forty_employees_work_in_six_units_with_all_archetypes_and_both_languages()
    {
        var rows = Roster();

        rows.Count.ShouldBe(40);
        rows.Select(r => r["unit"]).Distinct().Count().ShouldBe(6);
        rows.Select(r => Enum.Parse<Archetype>(r["archetype"])).Distinct().Count().ShouldBe(3);
        rows.Count(r => r["language"] == "da").ShouldBe(29);
        rows.Count(r => r["language"] == "en").ShouldBe(11);
        rows.Select(r => r["address"]).ShouldBeUnique();
        rows.ShouldAllBe(r => Address().IsMatch(r["address"]));
    }

    [Fact]
    public void Thirty_two_get_the_digest_six_never_opted_in_one_has_paused_and_one_withdrew()
    {
        var rows = Roster();
        var asked = rows.Where(r => r["consent_at"].Length > 0).ToList();
        var paused = asked.Where(r => r["paused_until"].Length > 0).ToList();
        var withdrew = asked.Where(r => r["withdrawn_at"].Length > 0).ToList();

        rows.Except(asked).Count().ShouldBe(6);
        rows.Except(asked).ShouldAllBe(r => r["consent_channel"] + r["consent_wording"] + r["measure_consent"] == "");
        paused.ShouldHaveSingleItem();
        Rfc3339(paused[0]["paused_until"]).Year.ShouldBe(2099);
        withdrew.Count.ShouldBe(1);
        withdrew.ShouldAllBe(r => Rfc3339(r["consent_at"]) < Rfc3339(r["withdrawn_at"]));
        asked.Except(paused).Except(withdrew).Count().ShouldBe(32);
        asked.ShouldAllBe(r =>
            r["consent_wording"] == ConsentWordings.CurrentVersion && r["consent_channel"].Length > 0
        );
        asked.ShouldAllBe(r => Rfc3339(r["consent_at"]) < Monday.AddMonths(-6));
    }

    [Fact]
    public void Everyones_zone_day_and_hour_are_real_and_they_differ()
    {
        var rows = Roster();

        rows.ShouldAllBe(r => TimeZoneInfo.FindSystemTimeZoneById(r["time_zone"]) != null);
        rows.ShouldAllBe(r => Enum.IsDefined(Enum.Parse<DayOfWeek>(r["digest_day"])));
        rows.Select(r => int.Parse(r["digest_hour"], CultureInfo.InvariantCulture)).ShouldAllBe(h => h >= 0 && h <= 23);
        rows.Select(r => r["time_zone"])
            .Distinct()
            .ShouldBe(["Europe/Copenhagen", "Europe/London", "America/New_York", "Asia/Kolkata"], ignoreOrder: true);
        rows.Select(r => (r["digest_day"], r["digest_hour"])).Distinct().Count().ShouldBeGreaterThan(20);
    }

    [Fact]
    public void Every_topic_that_somebody_follows_has_content()
    {
        var offered = Xml("news")
            .Descendants("category")
            .Select(c => c.Value)
            .Concat(Xml("engineering").Descendants(Atom + "category").Select(c => c.Attribute("term")!.Value))
            .Concat(Careers().SelectMany(i => i.GetProperty("tags").EnumerateArray().Select(t => t.GetString()!)))
            .Concat(Drops().SelectMany(d => d.Topics!))
            .Concat(_sample.Feeds.SelectMany(f => f.Topics))
            .ToHashSet(StringComparer.Ordinal);
        var followed = Roster()
            .SelectMany(r => r["topics"].Split(';', StringSplitOptions.RemoveEmptyEntries))
            .Distinct();

        followed.ShouldBe(offered, ignoreOrder: true);
    }

    private string Feed(string key) =>
        FreshTokens.Replace(
            File.ReadAllText(_sample.Feeds.Single(f => f.Key == key).File!),
            FreshTokens.WeekStart(_time),
            Base
        );

    private XDocument Xml(string key) => XDocument.Parse(Feed(key));

    private List<JsonElement> Careers()
    {
        using var feed = JsonDocument.Parse(Feed("careers"));
        feed.RootElement.GetProperty("version").GetString().ShouldBe("https://jsonfeed.org/version/1.1");
        return [.. feed.RootElement.Clone().GetProperty("items").EnumerateArray()];
    }

    private List<ContentDrop> Drops() =>
        [
            .. _sample.DropPaths.Select(p =>
                JsonSerializer.Deserialize<ContentDrop>(_sample.DropText(p, _time, Base), Strict)!
            ),
        ];

    private List<Dictionary<string, string>> Roster()
    {
        using var text = new StreamReader(_sample.RosterPath!);
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false });
        var lines = new List<string[]>();
        while (csv.Read())
        {
            lines.Add(csv.Current.ToArray());
        }
        lines.ShouldAllBe(cells => cells.Length == 17);
        return [.. lines.Skip(1).Select(cells => lines[0].Zip(cells).ToDictionary(c => c.First, c => c.Second))];
    }

    private static string Text(JsonElement item, string name) => item.GetProperty(name).GetString()!;

    private static DateTimeOffset Rfc822(string text) =>
        DateTimeOffset.ParseExact(
            text,
            "ddd, dd MMM yyyy HH:mm:ss '+0000'",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );

    private static DateTimeOffset Rfc3339(string text) =>
        DateTimeOffset.ParseExact(
            text,
            ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:sszzz"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal
        );

    [GeneratedRegex("127\\.0\\.0\\.1:7071/sample/images/(?<name>[^\"<]+)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Picture();

    [GeneratedRegex("^[a-z]+\\.[a-z]+@havgry\\.example\\z", RegexOptions.None, 1000)]
    private static partial Regex Address();
}
