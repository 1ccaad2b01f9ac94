using System.Text;
using System.Text.Json;
using Advocacy.Platform.Queue;
using FsCheck;
using FsCheck.Fluent;

namespace Advocacy.Tests.Platform.Queue;

public sealed class EnvelopeTests
{
    private const string Trace = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
    private static readonly DateTimeOffset s_now = new(2026, 11, 23, 8, 0, 0, 250, TimeSpan.Zero);

    [Fact]
    public void A_message_travels_as_the_data_of_a_cloud_event()
    {
        var text = Envelope.Wrap("content", "{ \"title\" : \"Æ\\u00e6\" }", s_now, Trace);

        using var json = JsonDocument.Parse(text);
        var id = json.RootElement.GetProperty("id").GetString()!;
        id.Length.ShouldBe(32);
        text.ShouldBe(
            "{\"specversion\":\"1.0\",\"id\":\""
                + id
                + "\",\"source\":\"/advocacy\",\"type\":\"advocacy.content\",\"time\":\"2026-11-23T08:00:00.250Z\",\"traceparent\":\""
                + Trace
                + "\",\"datacontenttype\":\"application/json\",\"data\":{ \"title\" : \"Æ\\u00e6\" }}"
        );
        Envelope.Open(text).ShouldBe(new OpenedMessage("{ \"title\" : \"Æ\\u00e6\" }", s_now, Trace));
    }

    [Fact]
    public void Each_has_an_id_of_its_own_and_no_trace_where_there_is_none()
    {
        var (one, two) = (Envelope.Wrap("tone", "{}", s_now, null), Envelope.Wrap("tone", "{}", s_now, null));

        one.ShouldNotBe(two);
        one.ShouldNotContain("traceparent");
        Envelope.Open(one).ShouldBe(new OpenedMessage("{}", s_now));
    }

    [Fact]
    public void Any_message_comes_out_as_it_went_in()
    {
        // Fragments that make JSON, almost JSON, and envelopes within envelopes, beside any text at all.
        var fragment = Gen.Elements(
            "{",
            "}",
            "[",
            "]",
            "\"a\"",
            ":",
            ",",
            "1",
            "-0.10e+5",
            "null",
            " ",
            "\r\n",
            "\t",
            "\\u0000",
            "\u0000",
            "\uFEFF",
            "\uFFFE",
            "æ",
            "👩🏽‍💻",
            "\"",
            "specversion",
            "\"data\":",
            "<&>",
            "{\"specversion\":\"1.0\"}",
            "//",
            "=="
        );
        var built = Gen.ListOf(fragment).Select(string.Concat);
        var json = Gen.OneOf(
            Gen.Elements("{}", "[]", "1", "\"x\"", "true", "{\"specversion\":\"1.0\",\"data\":1}"),
            fragment.Select(text => JsonSerializer.Serialize(new { Text = text, Inner = new[] { text } }))
        );
        var text = ArbMap.Default.GeneratorFor<string>().Where(text => text is not null && IsWhole(text));

        Prop.ForAll(
                Arb.From(Gen.OneOf(built, json, text)),
                message =>
                {
                    var envelope = Envelope.Wrap("content", message, s_now, Trace);
                    using var valid = JsonDocument.Parse(envelope);
                    return Envelope.Open(envelope) == new OpenedMessage(message, s_now, Trace);
                }
            )
            .Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Fact]
    public void A_message_too_deep_to_stand_inside_another_comes_out_too()
    {
        foreach (var depth in (int[])[59, 60, 61, 63, 64, 65, 500])
        {
            var message = new string('[', depth) + new string(']', depth);

            Envelope.Open(Envelope.Wrap("content", message, s_now, null)).Text.ShouldBe(message);
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("not JSON")]
    [InlineData("{\"url\":\"https://acme.example\"}")]
    [InlineData("[{\"specversion\":\"1.0\"}]")]
    [InlineData("{\"specversion\":\"1.0\"")]
    [InlineData("\"specversion\"")]
    public void What_is_no_envelope_is_the_message_itself(string text) =>
        Envelope.Open(text).ShouldBe(new OpenedMessage(text));

    public static TheoryData<string, string> FromOutside() =>
        new()
        {
            { """ "data" : {"url": "x"} """, """{"url": "x"}""" },
            { """ "datacontenttype":"application/vnd.acme+json; charset=utf-8","data":[1, 2]""", "[1, 2]" },
            { """ "datacontenttype":"text/plain","data":"say \"hi\"" """, "say \"hi\"" },
            { """ "data":"a JSON string" """, "\"a JSON string\"" },
            { """ "data":null """, "null" },
            { $""" "data_base64":"{Convert.ToBase64String(Encoding.UTF8.GetBytes("Æ"))}" """, "Æ" },
            { """ "subject":"s","acmeextension":7,"time":"yesterday","traceparent":"none","data":{} """, "{}" },
        };

    [Theory]
    [MemberData(nameof(FromOutside))]
    public void An_event_from_outside_is_opened(string rest, string message)
    {
        var opened = Envelope.Open(
            $$"""{"type":"com.acme.news","source":"//acme","id":"1","specversion":"1.0",{{rest}}}"""
        );

        opened.Defect.ShouldBeNull();
        opened.Text.ShouldBe(message);
        opened.EnqueuedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData("""{"specversion":1.0,"id":"1","source":"s","type":"t","data":1}""", "its specversion is not \"1.0\"")]
    [InlineData(
        """{"specversion":"0.3","id":"1","source":"s","type":"t","data":1}""",
        "its specversion is not \"1.0\""
    )]
    [InlineData("""{"specversion":"1.0","source":"s","type":"t","data":1}""", "its id is missing or no text")]
    [InlineData(
        """{"specversion":"1.0","id":"1","source":"","type":"t","data":1}""",
        "its source is missing or no text"
    )]
    [InlineData("""{"specversion":"1.0","id":"1","source":"s","type":4,"data":1}""", "its type is missing or no text")]
    [InlineData("""{"specversion":"1.0","id":"1","source":"s","type":"t"}""", "it has no data")]
    [InlineData(
        """{"specversion":"1.0","id":"1","source":"s","type":"t","data":1,"data_base64":""}""",
        "it has both data and data_base64"
    )]
    [InlineData(
        """{"specversion":"1.0","id":"1","source":"s","type":"t","data":1,"data":2}""",
        "data stands in it twice"
    )]
    [InlineData(
        """{"specversion":"1.0","id":"1","source":"s","type":"t","data_base64":"*"}""",
        "its data_base64 is no base64"
    )]
    [InlineData(
        """{"specversion":"1.0","id":"1","source":"s","type":"t","data_base64":7}""",
        "its data_base64 is no base64"
    )]
    [InlineData(
        """{"specversion":"1.0","id":"1","source":"s","type":"t","data_base64":"/w=="}""",
        "what its data_base64 holds is no text in UTF-8"
    )]
    [InlineData(
        """{"specversion":"1.0","id":"1","source":"s","type":"t","datacontenttype":"text/csv","data":{}}""",
        "its datacontenttype is not JSON, but its data is no text"
    )]
    public void A_malformed_one_is_told_whole_with_what_is_wrong(string text, string reason) =>
        Envelope
            .Open(text)
            .ShouldBe(
                new OpenedMessage(
                    text,
                    Defect: $"The message is a CloudEvents envelope that cannot be opened: {reason}."
                )
            );

    /// <summary>No half of a character: queues hold text.</summary>
    private static bool IsWhole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)) == text;
}
