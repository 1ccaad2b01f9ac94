using Advocacy.Platform.Mail;

namespace Advocacy.Tests.Platform.Mail;

public sealed class TaggedTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("no tags", "no tags")]
    [InlineData("-a-", "1")]
    [InlineData("-a--a-", "11")]
    [InlineData("x-a-y-b-z", "x1y2z")]
    // Two tags that share a hyphen: the first one has it.
    [InlineData("-a-b-", "1b-")]
    // The longer of two that begin at one place.
    [InlineData("-a-ab-", "3")]
    [InlineData("-A-", "-A-")]
    [InlineData("-c-", "-c-")]
    public void Tags_are_replaced_from_left_to_right(string text, string expected)
    {
        var values = new Dictionary<string, string>
        {
            ["-a-"] = "1",
            ["-b-"] = "2",
            ["-a-ab-"] = "3",
        };

        TaggedText.Cut(text, values.Keys).With(values).ShouldBe(expected);
    }

    [Fact]
    public void No_tags_and_empty_tags_leave_the_text_whole()
    {
        TaggedText.Cut("text", []).With(new Dictionary<string, string>()).ShouldBe("text");
        TaggedText.Cut("text", [""]).With(new Dictionary<string, string> { [""] = "x" }).ShouldBe("text");
    }
}
