using System.Text.Json;
using System.Text.Json.Nodes;
using Advocacy.Content;
using Advocacy.Platform.Queue;
using Advocacy.Tests.Infra;
using FsCheck;
using FsCheck.Fluent;
using Json.Schema;

namespace Advocacy.Tests.Content;

/// <summary>The schema says to programs what the reader does, and its examples are drops.</summary>
public sealed class ContentDropSchemaTests
{
    private const string Folder = "functions/Advocacy/Content";

    private static readonly JsonNode Source = JsonNode.Parse(Repository.Read($"{Folder}/content-drop.schema.json"))!;
    private static readonly JsonSchema Schema = JsonSchema.FromText(Source.ToJsonString());

    private static readonly EvaluationOptions Strict = new() { RequireFormatValidation = true };

    public static TheoryData<string> Examples =>
        [
            .. Directory
                .EnumerateFiles(Repository.PathOf($"{Folder}/Examples"), "*.json")
                .Select(path => Path.GetFileName(path)),
        ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void Every_example_is_good_to_both(string file)
    {
        var text = Repository.Read($"{Folder}/Examples/{file}");

        ContentDropReader.Read(text).Defects.ShouldBeEmpty();
        SchemaTakes(Envelope.Open(text).Text).ShouldBeTrue();
        ContentDropReader
            .Read(Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(text)))
            .Defects.ShouldBeEmpty();
    }

    [Fact]
    public void There_is_an_example_of_everything_that_a_drop_can_say()
    {
        var said = Examples
            .Select(row => JsonNode.Parse(Envelope.Open(Repository.Read($"{Folder}/Examples/{row.Data}")).Text)!)
            .SelectMany(drop => drop.AsObject().Select(field => field.Key))
            .Distinct();

        said.ShouldBe(ContentDropReader.Fields.Except(["$schema", "sourceId"]), ignoreOrder: true);
    }

    [Fact]
    public void They_know_the_same_fields_words_and_channels()
    {
        var fields = Source["properties"]!.AsObject();
        var texts = fields["shareTexts"]!["items"]!["properties"]!.AsObject();

        fields.Select(field => field.Key).ShouldBe(ContentDropReader.Fields);
        texts.Select(field => field.Key).ShouldBe(ContentDropReader.TextFields);
        Words(texts["channel"]!).ShouldBe(ContentDropReader.Channels);
        Words(fields["priority"]!).ShouldBe(ContentDropReader.Priorities);
        Words(fields["forArchetypes"]!["items"]!).ShouldBe(ContentDropReader.Archetypes);
    }

    [Theory]
    [InlineData("title", 300, "\"{0}\"")]
    [InlineData("summary", 20_000, "\"{0}\"")]
    [InlineData("sourceId", 255, "\"{0}\"")]
    [InlineData("$schema", 2_048, "\"{0}\"")]
    [InlineData("id", 100, "\"{0}\"")]
    [InlineData("topics", 50, "[\"{0}\"]")]
    [InlineData("forUnits", 100, "[\"{0}\"]")]
    [InlineData("shareTexts", 3_000, "[{{\"text\":\"{0}\"}}]")]
    public void The_longest_text_is_the_same(string field, int most, string value)
    {
        Agree(field, Filled(value, new string('x', most)), good: true);
        Agree(field, Filled(value, new string('x', most + 1)), good: false);
        if (field is not ("id" or "$schema"))
        {
            Agree(field, Filled(value, string.Concat(Enumerable.Repeat("🚀", most))), good: true);
        }
    }

    [Theory]
    [InlineData("topics", 10, "\"a\"")]
    [InlineData("forUnits", 50, "\"a\"")]
    [InlineData("forArchetypes", 3, "\"colleague\"")]
    [InlineData("shareTexts", 20, "{\"text\":\"a\"}")]
    public void The_longest_list_is_the_same(string field, int most, string item)
    {
        Agree(field, $"[{string.Join(',', Enumerable.Repeat(item, most))}]", good: true);
        Agree(field, $"[{string.Join(',', Enumerable.Repeat(item, most + 1))}]", good: false);
    }

    [Theory]
    [InlineData("wantedReach", "1", true)]
    [InlineData("wantedReach", "1000000", true)]
    [InlineData("wantedReach", "3.0", true)]
    [InlineData("wantedReach", "0", false)]
    [InlineData("wantedReach", "1000001", false)]
    [InlineData("wantedReach", "1.5", false)]
    [InlineData("version", "1", true)]
    [InlineData("version", "2", false)]
    [InlineData("url", "null", false)]
    [InlineData("url", "\"https://me:pass@x.dk/\"", false)]
    [InlineData("url", "\"http://x.dk\"", true)]
    [InlineData("expiresAt", "\"2026-11-23T09:00:00+01:00\"", true)]
    [InlineData("expiresAt", "\"2026-11-23T09:00Z\"", true)]
    [InlineData("expiresAt", "\"2026-11-23T09:00:00\"", false)]
    [InlineData("expiresAt", "\"2026-11-23\"", false)]
    [InlineData("sender", "\"mia@x.dk\"", true)]
    [InlineData("sender", "\"Mia <mia@x.dk>\"", false)]
    [InlineData("sender", "\"mia@x\"", false)]
    [InlineData("colour", "1", false)]
    [InlineData("withdraw", "false", true)]
    [InlineData("withdraw", "\"yes\"", false)]
    public void A_value_is_good_to_both_or_to_neither(string field, string json, bool good) => Agree(field, json, good);

    [Theory]
    [InlineData("""{}""", false)]
    [InlineData("""{"title":"x"}""", false)]
    [InlineData("""{"withdraw":true}""", false)]
    [InlineData("""{"withdraw":true,"url":null,"id":null}""", false)]
    [InlineData("""{"withdraw":true,"id":"n1"}""", true)]
    [InlineData("""{"withdraw":true,"url":"https://x.dk/a"}""", true)]
    [InlineData("""{"withdraw":true,"url":"https://x.dk/a","title":null}""", true)]
    [InlineData("""{"withdraw":true,"url":"https://x.dk/a","title":"x"}""", false)]
    [InlineData("""{"withdraw":true,"id":"n1","commercial":false}""", false)]
    [InlineData("""{"url":"https://x.dk/a","shareTexts":[{"text":"a","more":1}]}""", false)]
    [InlineData("""{"url":"https://x.dk/a","shareTexts":[{}]}""", false)]
    [InlineData("[]", false)]
    public void A_drop_is_good_to_both_or_to_neither(string drop, bool good) =>
        (ReaderTakes(drop), SchemaTakes(drop)).ShouldBe((good, good));

    /// <summary>Any field with any of many values, good ones of other fields among them: both must say the same.</summary>
    [Fact]
    public void No_generated_drop_divides_them()
    {
        string[] values =
        [
            "null",
            "true",
            "false",
            "0",
            "1",
            "2",
            "40",
            "-1",
            "1.5",
            "1e9",
            "\"\"",
            "\" \"",
            "\"x\"",
            "\"da\"",
            "\"DA\"",
            "\"dansk\"",
            "\"high\"",
            "\"colleague\"",
            "\"linkedin\"",
            "\"https://x.dk/a\"",
            "\"ftp://x.dk/a\"",
            "\"x.dk/a\"",
            "\"2026-11-23T09:00:00Z\"",
            "\"2026-11-23\"",
            "\"mia@x.dk\"",
            "\"a b\"",
            "[]",
            "[null]",
            "[1]",
            "[\"\"]",
            "[\"a\"]",
            "[\"colleague\"]",
            "[\"a\",\"a\"]",
            "{}",
            "[{}]",
            "[{\"text\":\"a\"}]",
            "[{\"text\":\" \"}]",
            "[{\"text\":\"a\",\"channel\":\"x\"}]",
            "[{\"text\":\"a\",\"channel\":\"y\"}]",
            "[{\"text\":\"a\",\"language\":\"d\"}]",
            "[{\"text\":\"a\",\"language\":\"en\"}]",
            "[[]]",
        ];
        string[] fields = [.. ContentDropReader.Fields, "unknown", "Url"];
        var drops =
            from count in Gen.Choose(0, 4)
            from changed in Gen.Elements(fields).ArrayOf(count)
            from put in Gen.Elements(values).ArrayOf(count)
            select With([.. changed.Zip(put).DistinctBy(pair => pair.First)]);
        var good = 0;

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(5_000),
            Prop.ForAll(
                drops.ToArbitrary(),
                drop =>
                {
                    good += ReaderTakes(drop) ? 1 : 0;
                    return ReaderTakes(drop) == SchemaTakes(drop);
                }
            )
        );

        good.ShouldBeInRange(500, 4_500, "both kinds must be among them, else it proves nothing");
    }

    private static void Agree(string field, string json, bool good)
    {
        var drop = With([(field, json)]);
        (ReaderTakes(drop), SchemaTakes(drop)).ShouldBe((good, good), drop[..Math.Min(drop.Length, 200)]);
    }

    private static string Filled(string pattern, string text) =>
        pattern.Replace("{{", "{").Replace("}}", "}").Replace("{0}", text);

    private static string With(IReadOnlyList<(string Field, string Json)> values)
    {
        var fields = new Dictionary<string, string> { ["url"] = "\"https://x.dk/a\"" };
        foreach (var (field, json) in values)
        {
            fields[field] = json;
        }
        return $"{{{string.Join(',', fields.Select(one => $"\"{one.Key}\":{one.Value}"))}}}";
    }

    private static bool ReaderTakes(string drop) => ContentDropReader.Read(drop).Defects.Count == 0;

    private static bool SchemaTakes(string drop)
    {
        using var json = JsonDocument.Parse(drop);
        return Schema.Evaluate(json.RootElement, Strict).IsValid;
    }

    private static IEnumerable<string> Words(JsonNode field) =>
        field["enum"]!.AsArray().Where(word => word is not null).Select(word => word!.GetValue<string>());
}
