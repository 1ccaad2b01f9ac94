using System.Globalization;
using System.Text;
using System.Text.Json;
using Advocacy.Content;
using Advocacy.Platform.Store;
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
          "commercial": true,
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
    }

    [Fact]
    public void What_the_program_itself_writes_is_read_back()
    {
        var drop = ContentDropReader.Read(Full).Drop.ShouldNotBeNull();

        var again = ContentDropReader.Read(JsonSerializer.Serialize(drop, DocumentJson.Options));

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
        Defects("""{"url":null,"title":"Nyt"}""").ShouldBe(["/url is missing."]);
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
    [InlineData("url", null, "/url is missing.")]
    [InlineData("titel", "\"x\"", "/titel is no field of a drop; did you mean \"title\"?")]
    [InlineData("Topics", "[]", "/Topics is no field of a drop; did you mean \"topics\"?")]
    [InlineData("share_texts", "[]", "/share_texts is no field of a drop; did you mean \"shareTexts\"?")]
    [InlineData("published", "1", "/published is no field of a drop; did you mean \"publishedAt\"?")]
    [InlineData("colour", "1", "/colour is no field of a drop.")]
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
    // Wrong values.
    [InlineData("version", "2", "/version is 2; it takes 1.")]
    [InlineData("version", "1e99", "/version is 1e99; it takes 1.")]
    [InlineData("title", "\"  \"", "/title is empty; it takes 1 to 300 characters.")]
    [InlineData("title", "\"<p> </p>\"", "/title is empty; it takes 1 to 300 characters.")]
    [InlineData("title", "\"\\ud800\"", "/title holds an escape that stands for no character (half a surrogate pair).")]
    [InlineData("language", "\"dansk\"", "/language is \"dansk\"; it takes two letters such as da or en.")]
    [InlineData("language", "\"d1\"", "/language is \"d1\"; it takes two letters such as da or en.")]
    [InlineData("topics", "[\"\"]", "/topics/0 is empty.")]
    [InlineData("shareTexts", "[{\"language\":\"da\"}]", "/shareTexts/0/text is missing.")]
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
    public void A_field_may_stand_once() =>
        Defects("""{"url":"https://x.dk/a","title":"a","title":"b"}""").ShouldBe(["/title stands there twice."]);

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
