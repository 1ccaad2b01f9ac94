using System.Globalization;
using System.Text;
using System.Text.Json;
using Advocacy.Content;
using Advocacy.People;
using Advocacy.Sharing;
using FsCheck;
using FsCheck.Fluent;

namespace Advocacy.Tests.Content;

public sealed class ContentDropReaderTests
{
    private const string Least = """{"url":"https://x.dk/a","title":"Nyt"}""";

    private const string Full = """
        {
          "version": 1,
          "url": "https://x.dk/a?utm_source=x",
          "title": "Ny <b>fabrik</b>",
          "summary": "Vi bygger.",
          "image": "https://x.dk/a.jpg",
          "topics": ["Byggeri", "job"],
          "language": "DA",
          "shareTexts": [{ "text": "Jeg glæder mig", "language": "da", "channel": "linkedin" }, { "text": "Wow" }],
          "publishedAt": "2026-11-23T09:00:00+01:00",
          "expiresAt": "2020-01-01T00:00:00Z",
          "id": "news-2026.117",
          "priority": "high",
          "wantedReach": 40,
          "forUnits": ["Salg", "Drift Aarhus"],
          "forArchetypes": ["specialist", "enthusiast"],
          "commercial": true,
          "sender": "Mia@X.dk",
          "sourceId": "abc"
        }
        """;

    [Fact]
    public void A_bare_url_is_enough() =>
        ContentDropReader.Read("""{"url":"https://x.dk/a"}""").Drop.ShouldNotBeNull().Title.ShouldBeNull();

    [Fact]
    public void A_url_and_a_title_say_what_a_person_sees()
    {
        var (drop, defects) = ContentDropReader.Read(Least);

        defects.ShouldBeEmpty();
        drop.ShouldBe(new ContentDrop { Url = "https://x.dk/a", Title = "Nyt" });
    }

    [Fact]
    public void Every_field_is_read_and_an_expiry_in_the_past_is_no_defect()
    {
        var (drop, defects) = ContentDropReader.Read(Full);

        defects.ShouldBeEmpty();
        drop.ShouldNotBeNull();
        drop.Url.ShouldBe("https://x.dk/a?utm_source=x");
        drop.Title.ShouldBe("Ny <b>fabrik</b>");
        drop.Summary.ShouldBe("Vi bygger.");
        drop.Image.ShouldBe("https://x.dk/a.jpg");
        drop.Topics.ShouldBe(["Byggeri", "job"]);
        drop.Language.ShouldBe("da");
        drop.ShareTexts.ShouldBe([new DroppedText("Jeg glæder mig", "da", "linkedin"), new DroppedText("Wow")]);
        drop.PublishedAt.ShouldBe(new DateTimeOffset(2026, 11, 23, 9, 0, 0, TimeSpan.FromHours(1)));
        drop.ExpiresAt.ShouldBe(new DateTimeOffset(2020, 1, 1, 0, 0, 0, TimeSpan.Zero));
        drop.Commercial.ShouldBeTrue();
        drop.SourceId.ShouldBe("abc");
        drop.Id.ShouldBe("news-2026.117");
        drop.Priority.ShouldBe(PostPriority.High);
        drop.WantedReach.ShouldBe(40);
        drop.ForUnits.ShouldBe(["Salg", "Drift Aarhus"]);
        drop.ForArchetypes.ShouldBe([Archetype.Specialist, Archetype.Enthusiast]);
        drop.Sender.ShouldBe("Mia@x.dk");
    }

    [Fact]
    public void What_the_program_itself_writes_is_read_back()
    {
        var drop = ContentDropReader.Read(Full).Drop.ShouldNotBeNull();

        var again = ContentDropReader.Read(drop.ToJson());

        again.Defects.ShouldBeEmpty();
        again.Drop.ShouldNotBeNull().ShouldBeEquivalentTo(drop);
    }

    [Fact]
    public void Base64_and_a_byte_order_mark_are_taken_too()
    {
        var bytes = Encoding.UTF8.GetBytes(Least);

        ContentDropReader.Read(Convert.ToBase64String(bytes)).Drop.ShouldNotBeNull().Title.ShouldBe("Nyt");
        ContentDropReader.Read(Convert.ToBase64String([0xEF, 0xBB, 0xBF, .. bytes])).Drop.ShouldNotBeNull();
        ContentDropReader.Read("\ufeff \r\n" + Least).Drop.ShouldNotBeNull();
    }

    [Fact]
    public void A_field_that_is_null_counts_as_left_out()
    {
        ContentDropReader
            .Read("""{"url":"https://x.dk/a","title":"Nyt","summary":null,"topics":null,"version":null}""")
            .Drop.ShouldNotBeNull();
        Defects("""{"url":null,"title":"Nyt"}""")
            .ShouldBe(["/url is missing; it takes an absolute http or https URL."]);
    }

    [Theory]
    [InlineData("", "The message is empty; it takes a JSON object.")]
    [InlineData(" \n", "The message is empty; it takes a JSON object.")]
    [InlineData("[]", "The drop is a list; it takes an object.")]
    [InlineData("17", "The drop is a number; it takes an object.")]
    [InlineData("null", "The drop is null; it takes an object.")]
    [InlineData("\"x\"", "The drop is text; it takes an object.")]
    public void A_message_that_is_no_object_is_told_so(string message, string defect) =>
        Defects(message).ShouldBe([defect]);

    [Theory]
    [InlineData("hello", "The message is not JSON: line 1, column 1: ")]
    [InlineData("{\n  \"title\": \"ødelagt\" \"url\"\n}", "The message is not JSON: line 2, column 22: ")]
    [InlineData("{\"url\":", "The message is not JSON: line 1, column 8: ")]
    [InlineData("{\"url\":1,}", "The message is not JSON: line 1, column 10: ")]
    [InlineData("<xml/>", "The message is not JSON: line 1, column 1: ")]
    [InlineData("e30xe30=", "The message is base64, but what it holds is not JSON: line 1, column 3: ")]
    [InlineData("hell\ud800", "The message is not JSON: line 1, column 1: ")]
    public void A_message_that_is_not_JSON_names_line_and_column(string message, string beginning) =>
        Defects(message).ShouldHaveSingleItem().ShouldStartWith(beginning);

    [Theory]
    // Missing and unknown.
    [InlineData("url", null, "/url is missing; it takes an absolute http or https URL.")]
    [InlineData("titel", "\"x\"", "/titel is no field of a drop; did you mean \"title\"?")]
    [InlineData("Topics", "[]", "/Topics is no field of a drop; did you mean \"topics\"?")]
    [InlineData("share_texts", "[]", "/share_texts is no field of a drop; did you mean \"shareTexts\"?")]
    [InlineData("published", "1", "/published is no field of a drop; did you mean \"publishedAt\"?")]
    [InlineData("colour", "1", "/colour is no field of a drop; take it out.")]
    // Wrong kinds.
    [InlineData("title", "17", "/title is a number; it takes text.")]
    [InlineData("summary", "{}", "/summary is an object; it takes text.")]
    [InlineData("topics", "\"a\"", "/topics is text; it takes a list of texts.")]
    [InlineData("topics", "[\"a\",\"b\",3]", "/topics/2 is a number; it takes text.")]
    [InlineData("topics", "[null]", "/topics/0 is null; it takes text.")]
    [InlineData("shareTexts", "{}", "/shareTexts is an object; it takes a list of objects.")]
    [InlineData("shareTexts", "[\"a\"]", "/shareTexts/0 is text; it takes an object.")]
    [InlineData("commercial", "\"yes\"", "/commercial is text; it takes true or false.")]
    [InlineData("version", "\"1\"", "/version is text; it takes the number 1.")]
    [InlineData("withdraw", "\"yes\"", "/withdraw is text; it takes true or false.")]
    [InlineData("priority", "2", "/priority is a number; it takes low, normal or high.")]
    [InlineData("forUnits", "\"Salg\"", "/forUnits is text; it takes a list of texts.")]
    [InlineData("wantedReach", "\"40\"", "/wantedReach is text; it takes a whole number from 1 to 1000000.")]
    // Wrong values.
    [InlineData("wantedReach", "0", "/wantedReach is 0; it takes a whole number from 1 to 1000000.")]
    [InlineData("wantedReach", "2.5", "/wantedReach is 2.5; it takes a whole number from 1 to 1000000.")]
    [InlineData("priority", "\"High\"", "/priority is \"High\"; it takes low, normal or high.")]
    [InlineData(
        "forArchetypes",
        "[\"boss\"]",
        "/forArchetypes/0 is \"boss\"; it takes enthusiast, specialist or colleague."
    )]
    [InlineData("id", "\"a b\"", "/id is \"a b\"; it takes 1 to 100 of the letters A to Z, digits and . _ : -.")]
    [InlineData("sender", "\"Mia\"", "/sender has no @; it takes a mail address such as name@company.dk.")]
    [InlineData(
        "shareTexts",
        "[{\"text\":\"a\",\"channel\":\"myspace\"}]",
        "/shareTexts/0/channel is \"myspace\"; it takes linkedin, facebook, x, bluesky, threads, mastodon, reddit, teams, mail or whatsapp."
    )]
    [InlineData("version", "2", "/version is 2; it takes 1.")]
    [InlineData("version", "1e99", "/version is 1e99; it takes 1.")]
    [InlineData("title", "\"  \"", "/title is empty; it takes 1 to 300 characters.")]
    [InlineData("title", "\"<p> </p>\"", "/title is empty; it takes 1 to 300 characters.")]
    [InlineData("title", "\"\\ud800\"", "/title holds an escape that stands for no character (half a surrogate pair).")]
    [InlineData("language", "\"dansk\"", "/language is \"dansk\"; it takes two letters such as da or en.")]
    [InlineData("language", "\"d1\"", "/language is \"d1\"; it takes two letters such as da or en.")]
    [InlineData("topics", "[\"\"]", "/topics/0 is empty; give it a name or take it out.")]
    [InlineData(
        "shareTexts",
        "[{\"language\":\"da\"}]",
        "/shareTexts/0/text is missing; it takes 1 to 3000 characters."
    )]
    [InlineData("shareTexts", "[{\"text\":\" \"}]", "/shareTexts/0/text is empty; it takes 1 to 3000 characters.")]
    [InlineData(
        "shareTexts",
        "[{\"text\":\"a\",\"chanel\":\"b\"}]",
        "/shareTexts/0/chanel is no field of a drop; did you mean \"channel\"?"
    )]
    public void A_wrong_field_is_named(string field, string? json, string defect) =>
        Defects(With(field, json)).ShouldBe([defect]);

    [Theory]
    [InlineData("ftp://x.dk/a")]
    [InlineData("x.dk/a")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://me:pass@x.dk/")]
    [InlineData("")]
    public void A_url_is_http_or_https(string url)
    {
        foreach (var field in (string[])["url", "image"])
        {
            Defects(With(field, JsonSerializer.Serialize(url)))
                .ShouldBe([$"/{field} is \"{url}\"; it takes an absolute http or https URL without a user name."]);
        }
    }

    [Theory]
    [InlineData("yesterday")]
    [InlineData("2026-11-23")]
    [InlineData("2026-11-23T09:00:00")]
    [InlineData("2026-13-23T09:00:00Z")]
    [InlineData("2026-11-23T25:00:00Z")]
    [InlineData("23/11/2026 09:00 +01:00")]
    [InlineData("2026-11-23T09:00:00+25:00")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    public void A_date_has_a_time_and_an_offset(string date) =>
        Defects(With("publishedAt", JsonSerializer.Serialize(date)))
            .ShouldBe([
                $"/publishedAt is \"{date}\"; it takes a date, time and offset such as 2026-11-23T09:00:00+01:00.",
            ]);

    [Theory]
    [InlineData("title", 300)]
    [InlineData("summary", 20_000)]
    [InlineData("sourceId", 255)]
    public void A_text_of_100000_characters_is_refused_with_both_figures(string field, int most)
    {
        Defects(With(field, $"\"{new string('x', 100_000)}\""))
            .ShouldBe([
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"/{field} has 100000 characters; it takes at most {most}."
                ),
            ]);
        Defects(With(field, $"\"{new string('x', most)}\"")).ShouldBeEmpty();
    }

    [Fact]
    public void Lists_have_limits()
    {
        var topics = string.Join(',', Enumerable.Repeat("\"a\"", 11));
        var texts = string.Join(',', Enumerable.Repeat("{\"text\":\"a\"}", 21));

        Defects(With("topics", $"[{topics}]")).ShouldBe(["/topics has 11 items; it takes at most 10."]);
        Defects(With("shareTexts", $"[{texts}]")).ShouldBe(["/shareTexts has 21 items; it takes at most 20."]);
        Defects(With("topics", $"[\"{new string('x', 51)}\"]"))
            .ShouldBe(["/topics/0 has 51 characters; it takes at most 50."]);
    }

    [Fact]
    public void Characters_are_counted_as_people_and_schemas_count_them()
    {
        Defects(With("title", $"\"{string.Concat(Enumerable.Repeat("🚀", 300))}\"")).ShouldBeEmpty();
        Defects(With("title", $"\"{string.Concat(Enumerable.Repeat("🚀", 301))}\""))
            .ShouldBe(["/title has 301 characters; it takes at most 300."]);
    }

    [Fact]
    public void A_text_fits_its_channel_as_the_channel_counts()
    {
        var text = $"{new string('x', 250)} https://x.dk/{new string('y', 100)}";

        Defects(With("shareTexts", $$"""[{"text":"{{text}}","channel":"x"}]""")).ShouldBeEmpty();
        Defects(With("shareTexts", $$"""[{"text":"{{new string('x', 281)}}","channel":"x"}]"""))
            .ShouldBe(["/shareTexts/0/text has 281 characters as x counts them; x takes at most 280."]);
        ContentDropReader.Channels.ShouldAllBe(channel => ShareLength.MostOf(channel) != null);
    }

    [Theory]
    [InlineData("""{"withdraw":true,"url":"https://x.dk/a"}""", "https://x.dk/a", null)]
    [InlineData("""{"withdraw":true,"id":"n1","sender":"mia@x.dk","title":null}""", null, "n1")]
    [InlineData("""{"withdraw":true,"id":"n1","url":"https://x.dk/a"}""", "https://x.dk/a", "n1")]
    public void A_drop_may_take_an_earlier_one_back(string message, string? url, string? id)
    {
        var read = ContentDropReader.Read(message);

        read.Defects.ShouldBeEmpty();
        read.Drop.ShouldBeNull();
        read.Withdrawal.ShouldBe(new DropWithdrawal(url, id));
    }

    [Theory]
    [InlineData(
        """{"withdraw":true}""",
        "/withdraw is true, but the drop that it takes back is not named; give its /url or its /id."
    )]
    [InlineData(
        """{"withdraw":true,"url":"https://x.dk/a","title":"Nyt"}""",
        "/title has no place in a withdrawal; take it out."
    )]
    public void A_withdrawal_names_the_drop_and_says_nothing_else(string message, string defect)
    {
        var read = ContentDropReader.Read(message);

        read.Defects.ShouldBe([defect]);
        read.Withdrawal.ShouldBeNull();
    }

    [Fact]
    public void An_envelope_is_opened_plain_and_in_base64()
    {
        var envelope = $$"""{"specversion":"1.0","id":"1","source":"/cms","type":"news","data":{{Least}}}""";

        ContentDropReader.Read(envelope).Drop.ShouldNotBeNull().Title.ShouldBe("Nyt");
        ContentDropReader
            .Read(Convert.ToBase64String(Encoding.UTF8.GetBytes(envelope)))
            .Drop.ShouldNotBeNull()
            .Title.ShouldBe("Nyt");
        Defects("""{"specversion":"1.0","id":"1","source":"/cms","type":"news"}""")
            .ShouldBe(["The message is a CloudEvents envelope that cannot be opened: it has no data."]);
        Defects("""{"specversion":"1.0","id":"\ud800","source":"/cms","type":"news","data":{}}""")
            .ShouldHaveSingleItem()
            .ShouldContain("half a surrogate pair");
    }

    [Fact]
    public void Id_and_sender_are_known_whatever_else_is_wrong()
    {
        var read = ContentDropReader.Read("""{"url":"nope","id":"n1","sender":"mia@x.dk"}""");

        (read.Drop, read.Id, read.Sender).ShouldBe((null, "n1", "mia@x.dk"));
    }

    [Fact]
    public void A_field_may_stand_once() =>
        Defects("""{"url":"https://x.dk/a","title":"a","title":"b"}""")
            .ShouldBe(["/title stands there twice; take one of them out."]);

    [Fact]
    public void All_defects_are_told_at_once() =>
        Defects("""{"titel":"x","url":"nope","language":"danish","commercial":1}""")
            .ShouldBe([
                "/titel is no field of a drop; did you mean \"title\"?",
                "/url is \"nope\"; it takes an absolute http or https URL without a user name.",
                "/language is \"danish\"; it takes two letters such as da or en.",
                "/commercial is a number; it takes true or false.",
            ]);

    [Fact]
    public void A_flood_of_defects_is_cut_and_counted()
    {
        var fields = string.Join(',', Enumerable.Range(0, 1_000).Select(i => $"\"zzzzzz{i}\":1"));

        var defects = Defects($"{{{fields}}}");

        defects.Count.ShouldBe(26);
        defects[^1].ShouldBe("And 976 more defects.");
    }

    [Fact]
    public void No_message_breaks_the_reader()
    {
        var damaged =
            from at in Gen.Choose(0, Full.Length - 1)
            from length in Gen.Choose(0, 10)
            from put in Gen.Elements("", "\"", "{", "}", "[", "null", "\\", "\\ud800", "\ud800", "\0", "9", ",")
            select Full.Remove(at, Math.Min(length, Full.Length - at)).Insert(at, put);
        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(3_000),
            Prop.ForAll(
                damaged.ToArbitrary(),
                message => ContentDropReader.Read(message) is var (drop, defects) && drop is null == defects.Count > 0
            )
        );
    }

    /// <summary>The least drop with one field set, or (<c>null</c>) left out.</summary>
    private static string With(string field, string? json)
    {
        var fields = new Dictionary<string, string?> { ["url"] = "\"https://x.dk/a\"", ["title"] = "\"Nyt\"" };
        fields[field] = json;
        var written = fields.Where(one => one.Value is not null).Select(one => $"\"{one.Key}\":{one.Value}");
        return $"{{{string.Join(',', written)}}}";
    }

    private static IReadOnlyList<string> Defects(string message) => ContentDropReader.Read(message).Defects;
}
