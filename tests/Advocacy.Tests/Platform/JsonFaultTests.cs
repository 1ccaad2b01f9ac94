using System.Text;
using System.Text.Json;
using Advocacy.Platform;
using FsCheck;
using FsCheck.Fluent;

namespace Advocacy.Tests.Platform;

public sealed class JsonFaultTests
{
    [Theory]
    [InlineData("""{"a":1,}""", "line 1, column 8: nothing follows the comma before it; take the comma out")]
    [InlineData("{\"a\":1\n \"b\":2}", "line 2, column 2: a comma or a colon is missing before it")]
    [InlineData("""{"a":1""", "line 1, column 7: it ends too early; a closing } or ] is missing")]
    [InlineData("""{"a":"x""", "line 1, column 8: it ends inside a text whose closing \" is missing")]
    [InlineData(
        "{\"a\":\"x\ny\"}",
        "line 1, column 8: a text holds a line break or a control character; write a line break as \\n"
    )]
    [InlineData(
        """{"a":"C:\x"}""",
        "line 1, column 10: a text holds a backslash that begins nothing; write a backslash as \\\\"
    )]
    [InlineData("""{'a':1}""", "line 1, column 2: a text stands between \" and \", not between ' and '")]
    [InlineData("""{"a":1} x""", "line 1, column 9: something follows after the end; take it out")]
    [InlineData("// note\n{}", "line 1, column 1: JSON has no comments; take it out")]
    [InlineData("<html>", "line 1, column 1: this is XML or HTML; it takes a JSON object, which begins with {")]
    [InlineData(
        """{"a":True}""",
        "line 1, column 6: text stands between double quotes; only true, false, null and numbers do not"
    )]
    [InlineData("""[1,,2]""", "line 1, column 4: there is a comma too many")]
    [InlineData("[[[[[1]]]]]", "line 1, column 5: it is nested deeper than 4 levels")]
    public void Each_fault_is_told_in_our_own_words(string json, string fault)
    {
        Of(json).ShouldBe(fault);
    }

    [Fact]
    public void None_of_the_readers_words_come_through()
    {
        const string Good = """{"a":["x\n",1.5e3,true,null,{"b":[]}],"c":"æ🚀"}""";
        var damaged =
            from at in Gen.Choose(0, Good.Length - 1)
            from length in Gen.Choose(0, 4)
            from put in Gen.Elements("", "\"", "{", "}", "[", "]", "nul", "\\", "9", ",", ":", "\n", "'", "-", ".")
            select Good.Remove(at, Math.Min(length, Good.Length - at)).Insert(at, put);

        Check.One(
            Config.QuickThrowOnFailure.WithMaxTest(2_000),
            Prop.ForAll(
                damaged.ToArbitrary(),
                json =>
                    Of(json) is var fault
                    && (
                        fault is null
                        || !fault.Contains("LineNumber") && fault.StartsWith("line ", StringComparison.Ordinal)
                    )
            )
        );
    }

    [Fact]
    public void A_message_of_the_wrong_shape_is_told_by_its_place()
    {
        const string Message = """{"postId":{}}""";
        var problem = Should.Throw<JsonException>(() =>
            JsonSerializer.Deserialize<Dictionary<string, string>>(Message)
        );

        JsonFault
            .InMessage(problem, Message)
            .ShouldBe("postId in the message is not of the kind that the queue takes.");
        JsonFault.InMessage(new JsonException("Our words."), Message).ShouldBe("Our words.");
    }

    private static string? Of(string json)
    {
        var bytes = Encoding.UTF8.GetBytes(json);
        try
        {
            using var whole = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 4 });
            return null;
        }
        catch (JsonException problem)
        {
            return JsonFault.Of(problem, bytes, 4);
        }
    }
}
