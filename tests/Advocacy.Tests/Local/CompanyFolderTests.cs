using System.Text.Json.Nodes;
using Advocacy.Local;
using Advocacy.Platform.Store;
using Microsoft.Extensions.Time.Testing;

namespace Advocacy.Tests.Local;

public sealed class CompanyFolderTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public CompanyFolderTests()
    {
        _folder.Write("news.xml", "<rss/>");
        _folder.Write("people.csv", "address");
        _folder.Write("drops/b.json", "{}");
        _folder.Write("drops/a.json", "{}");
        _folder.Write("drops/notes.txt", "");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_whole_file_is_read()
    {
        var folder = Load(Whole());

        folder.Profile.ShouldBe(
            new()
            {
                Id = "company",
                Name = "Prøve A/S",
                SenderAddress = "post@example.com",
                SenderName = "Prøve",
                ReplyAddress = "svar@example.com",
                Country = "SE",
                Imprint = "Gaden 1",
                Accent = "#AA00bb",
                LogoUrl = "https://example.com/logo.png",
            }
        );
        folder.RosterPath.ShouldBe(At("people.csv"));
        folder.DropPaths.ShouldBe([At("drops/a.json"), At("drops/b.json")]);
        folder.ImageDirectory.ShouldBe(At("images"));
        folder.Feeds.Count.ShouldBe(2);
        folder.Feeds[0].File.ShouldBe(At("news.xml"));
        folder.Feeds[0].Topics.ShouldBe(["vind", "varme"]);
        folder.Feeds[0].Language.ShouldBe("da");
        folder.Feeds[0].UrlAt("http://127.0.0.1:1/x").ShouldBe("http://127.0.0.1:1/x/feeds/news");
        folder.Feeds[1].UrlAt("http://127.0.0.1:1/x").ShouldBe("https://example.com/feed");
    }

    [Fact]
    public void Only_the_four_fields_of_the_profile_are_needed()
    {
        var folder = Load(Least());

        folder.Profile.Country.ShouldBe("DK");
        folder.Profile.Accent.ShouldBe("#0f5c5c");
        folder.Profile.LogoUrl.ShouldBeNull();
        folder.Feeds.ShouldBeEmpty();
        folder.RosterPath.ShouldBeNull();
        folder.DropPaths.ShouldBeEmpty();
    }

    [Fact]
    public void Drops_can_be_a_list_in_its_own_order()
    {
        var json = Least();
        json["drops"] = new JsonArray("drops/b.json", "drops/a.json");

        Load(json).DropPaths.ShouldBe([At("drops/b.json"), At("drops/a.json")]);
    }

    [Fact]
    public void A_slash_at_the_end_of_the_folder_changes_nothing()
    {
        _folder.Write("company.json", Whole().ToJsonString());

        CompanyFolder.Load(_folder.Path + "/").DropPaths.ShouldBe(CompanyFolder.Load(_folder.Path).DropPaths);
    }

    [Theory]
    // The profile.
    [InlineData("name", null, "name: is missing")]
    [InlineData("name", "\"  \"", "name: got \"  \", takes one line of 1 to 200 characters")]
    [InlineData("name", "\"a\\nBcc: b\"", "name: got \"a\\nBcc: b\", takes one line of 1 to 200 characters")]
    [InlineData("name", "7", "name: got 7, takes one line of 1 to 200 characters")]
    [InlineData("senderAddress", null, "senderAddress: is missing")]
    [InlineData(
        "senderAddress",
        "\"P <p@example.com>\"",
        "senderAddress: got \"P <p@example.com>\", takes one mail address in ASCII"
    )]
    [InlineData("replyAddress", "\"nobody\"", "replyAddress: got \"nobody\", takes one mail address in ASCII")]
    [InlineData(
        "replyAddress",
        "\"sø@example.com\"",
        "replyAddress: got \"sø@example.com\", takes one mail address in ASCII"
    )]
    [InlineData("country", "\"Denmark\"", "country: got \"Denmark\", takes two capital letters such as \"DK\"")]
    [InlineData("look", "\"neon\"", "look: got \"neon\", takes \"magazine\", \"letter\" or \"compact\"")]
    [InlineData("accent", "\"teal\"", "accent: got \"teal\", takes a colour such as \"#0f5c5c\"")]
    [InlineData("logoUrl", "\"logo.png\"", "logoUrl: got \"logo.png\", takes an absolute http or https URL")]
    [InlineData(
        "logoUrl",
        "\"file:///etc/passwd\"",
        "logoUrl: got \"file:///etc/passwd\", takes an absolute http or https URL"
    )]
    // Files.
    [InlineData("roster", "\"none.csv\"", "roster: got \"none.csv\", takes the name of a file inside this folder")]
    [InlineData("roster", "\"../x.csv\"", "roster: got \"../x.csv\", takes the name of a file inside this folder")]
    [InlineData(
        "roster",
        "\"/etc/passwd\"",
        "roster: got \"/etc/passwd\", takes the name of a file inside this folder"
    )]
    [InlineData("drops", "\"nowhere\"", "drops: got \"nowhere\", takes a folder inside this one, or a list of files")]
    [InlineData("drops", "\"..\"", "drops: got \"..\", takes a folder inside this one, or a list of files")]
    [InlineData("drops", "[\"drops/a.json\", 1]", "drops[1]: got 1, takes the name of a file inside this folder")]
    // Feeds.
    [InlineData("feeds", "{}", "feeds: got {}, takes a list")]
    [InlineData("feeds", "[1]", "feeds[0]: got 1, takes an object with key, name and file or url")]
    [InlineData("feeds", "[{\"name\":\"n\",\"file\":\"news.xml\"}]", "feeds[0].key: is missing")]
    [InlineData(
        "feeds",
        "[{\"key\":\"A/b\",\"name\":\"n\",\"file\":\"news.xml\"}]",
        "feeds[0].key: got \"A/b\", takes 1 to 40 lower-case letters, digits and hyphens"
    )]
    [InlineData("feeds", "[{\"key\":\"a\",\"file\":\"news.xml\"}]", "feeds[0].name: is missing")]
    [InlineData("feeds", "[{\"key\":\"a\",\"name\":\"n\"}]", "feeds[0].file: takes either file or url")]
    [InlineData(
        "feeds",
        "[{\"key\":\"a\",\"name\":\"n\",\"file\":\"news.xml\",\"url\":\"https://example.com\"}]",
        "feeds[0].file: takes either file or url"
    )]
    [InlineData(
        "feeds",
        "[{\"key\":\"a\",\"name\":\"n\",\"file\":\"gone.xml\"}]",
        "feeds[0].file: got \"gone.xml\", takes the name of a file inside this folder"
    )]
    [InlineData(
        "feeds",
        "[{\"key\":\"a\",\"name\":\"n\",\"url\":\"ftp://example.com\"}]",
        "feeds[0].url: got \"ftp://example.com\", takes an absolute http or https URL"
    )]
    [InlineData(
        "feeds",
        "[{\"key\":\"a\",\"name\":\"n\",\"file\":\"news.xml\",\"language\":\"dansk\"}]",
        "feeds[0].language: got \"dansk\", takes two lower-case letters such as \"da\""
    )]
    [InlineData(
        "feeds",
        "[{\"key\":\"a\",\"name\":\"n\",\"file\":\"news.xml\",\"topics\":[\"ok\",\"\"]}]",
        "feeds[0].topics[1]: got \"\", takes a word of 1 to 50 characters"
    )]
    [InlineData(
        "feeds",
        "[{\"key\":\"a\",\"name\":\"n\",\"file\":\"news.xml\",\"topics\":[\"1\",\"2\",\"3\",\"4\",\"5\",\"6\",\"7\",\"8\",\"9\",\"10\",\"11\"]}]",
        "feeds[0].topics: got 11, takes at most 10"
    )]
    [InlineData(
        "feeds",
        "[{\"key\":\"a\",\"name\":\"n\",\"file\":\"news.xml\"},{\"key\":\"a\",\"name\":\"m\",\"file\":\"news.xml\"}]",
        "feeds[1].key: got \"a\" a second time, takes a key of its own for each feed"
    )]
    [InlineData(
        "feeds",
        "[{\"key\":\"a\",\"name\":\"n\",\"file\":\"news.xml\",\"lang\":\"da\"}]",
        "feeds[0].lang: there is no such field; there are key, name, file, url, topics, language"
    )]
    public void A_wrong_field_is_named_with_what_it_got_and_what_it_takes(string field, string? value, string fault)
    {
        var json = Least();
        json.Remove(field);
        if (value is not null)
        {
            json[field] = JsonNode.Parse(value);
        }

        Faults(json).ShouldBe([$"{At("company.json")}: {fault}"]);
    }

    [Fact]
    public void An_unknown_field_is_refused_with_the_names_of_the_known_ones()
    {
        var json = Least();
        json["sender"] = "x";

        Faults(json)
            .ShouldHaveSingleItem()
            .ShouldContain("sender: there is no such field; there are name, senderAddress");
    }

    [Fact]
    public void All_faults_are_listed_at_once() =>
        Faults(new JsonObject { ["accent"] = 1 })
            .Select(line => line[(At("company.json").Length + 2)..].Split(':')[0])
            .ShouldBe(["name", "senderAddress", "senderName", "replyAddress", "accent"], ignoreOrder: true);

    [Fact]
    public void A_folder_without_the_file_is_named() =>
        Should
            .Throw<InvalidDataException>(() => CompanyFolder.Load(At("nowhere")))
            .Message.ShouldBe($"{At("nowhere/company.json")}: there is no such file; a company folder takes one");

    [Fact]
    public void What_is_not_JSON_is_named_by_line_and_column()
    {
        _folder.Write("company.json", "{\n  \"name\": oops\n}");

        Should
            .Throw<InvalidDataException>(() => CompanyFolder.Load(_folder.Path))
            .Message.ShouldBe($"{At("company.json")}: line 2, column 11: is not JSON");
    }

    [Fact]
    public void JSON_that_is_no_object_is_refused()
    {
        _folder.Write("company.json", "[]");

        Should
            .Throw<InvalidDataException>(() => CompanyFolder.Load(_folder.Path))
            .Message.ShouldBe($"{At("company.json")}: got [], takes one JSON object");
    }

    [Fact]
    public void A_drop_comes_with_its_tokens_replaced()
    {
        var path = _folder.Write(
            "drops/a.json",
            """{"image":"{base}/images/å.png","publishedAt":"{date:-1d|rfc3339}"}"""
        );
        var time = new FakeTimeProvider(new DateTimeOffset(2026, 11, 25, 8, 0, 0, TimeSpan.Zero));

        Load(Least())
            .DropText(path, time, "http://127.0.0.1:1")
            .ShouldBe("""{"image":"http://127.0.0.1:1/images/å.png","publishedAt":"2026-11-22T00:00:00Z"}""");
    }

    private CompanyFolder Load(JsonObject json)
    {
        // As a person would write it, without escapes.
        _folder.Write("company.json", json.ToJsonString(DocumentJson.Options));
        return CompanyFolder.Load(_folder.Path);
    }

    private string[] Faults(JsonObject json) =>
        Should.Throw<InvalidDataException>(() => Load(json)).Message.Split(Environment.NewLine);

    private string At(string name) => Path.Combine(_folder.Path, name);

    private static JsonObject Least() =>
        new()
        {
            ["name"] = "Prøve A/S",
            ["senderAddress"] = "post@example.com",
            ["senderName"] = "Prøve",
            ["replyAddress"] = "svar@example.com",
        };

    private static JsonObject Whole()
    {
        var json = Least();
        json["country"] = "SE";
        json["imprint"] = "Gaden 1";
        json["accent"] = "#AA00bb";
        json["logoUrl"] = "https://example.com/logo.png";
        json["roster"] = "people.csv";
        json["drops"] = "drops";
        json["feeds"] = JsonNode.Parse(
            """
            [
              { "key": "news", "name": "News", "file": "news.xml", "topics": ["Vind", "varme"], "language": "da" },
              { "key": "blog", "name": "Blog", "url": "https://example.com/feed" }
            ]
            """
        );
        return json;
    }
}
