using Advocacy.Sharing;
using FsCheck;
using FsCheck.Fluent;

namespace Advocacy.Tests.Sharing;

public sealed class UtmTemplateTests
{
    private static readonly LinkMark s_mark = new("linkedin", "2026-W48", "0123abcd");

    [Theory]
    // template, URL, marked
    [InlineData("utm_source={channel}", "https://a.dk", "https://a.dk?utm_source=linkedin")]
    [InlineData("utm_source={channel}", "https://a.dk/b?c=1", "https://a.dk/b?c=1&utm_source=linkedin")]
    [InlineData("utm_source={channel}", "https://a.dk/b?", "https://a.dk/b?utm_source=linkedin")]
    [InlineData("utm_source={channel}", "https://a.dk/b#c", "https://a.dk/b?utm_source=linkedin#c")]
    [InlineData("a={edition}&b={post}", "https://a.dk/", "https://a.dk/?a=2026-W48&b=0123abcd")]
    [InlineData("a=uge {edition}-{channel}", "https://a.dk/", "https://a.dk/?a=uge%202026-W48-linkedin")]
    [InlineData("c=new&d=1", "https://a.dk/?c=own", "https://a.dk/?c=own&d=1")]
    [InlineData("", "https://a.dk/?c=own", "https://a.dk/?c=own")]
    public void A_url_gets_the_parameters_behind_its_own(string template, string url, string marked) =>
        Parsed(template).Mark(url, s_mark).ShouldBe(marked);

    [Fact]
    public void What_asks_for_an_edition_is_left_out_where_none_is_known() =>
        UtmTemplate
            .Of(null)
            .Mark("https://a.dk/", s_mark with { EditionId = null })
            .ShouldBe("https://a.dk/?utm_source=linkedin&utm_medium=employee-advocacy");

    [Theory]
    [InlineData("utm_source", "name=value pairs")]
    [InlineData("utm source=x", "name=value pairs")]
    [InlineData("=x", "name=value pairs")]
    [InlineData("a=b=c", "values without")]
    [InlineData("a=b#c", "values without")]
    [InlineData("a=b\r\nX: y", "values without")]
    [InlineData("a={employee}", "no {employee}: a link must not say who shared it")]
    [InlineData("a={unit}", "no {unit}")]
    [InlineData("a={channel", "no {channel")]
    [InlineData("a=}", "no }")]
    public void What_is_wrong_with_a_template_is_said(string template, string fault)
    {
        UtmTemplate.TryParse(template, out _, out var said).ShouldBeFalse();
        said.ShouldNotBeNull().ShouldContain(fault);
    }

    [Fact]
    public void A_template_of_any_words_leads_nowhere_else() =>
        Prop.ForAll<NonNull<string>, NonNull<string>>(
                (template, channel) =>
                    !UtmTemplate.TryParse(template.Get, out var parsed, out _)
                    || (
                        Uri.TryCreate(
                            parsed.Mark("https://a.dk/b?c=1#d", s_mark with { Channel = channel.Get }),
                            UriKind.Absolute,
                            out var url
                        )
                        && url.GetLeftPart(UriPartial.Path) == "https://a.dk/b"
                        && url.Query.StartsWith("?c=1", StringComparison.Ordinal)
                        && url.Fragment == "#d"
                    )
            )
            .QuickCheckThrowOnFailure();

    private static UtmTemplate Parsed(string template) =>
        UtmTemplate.TryParse(template, out var parsed, out var fault)
            ? parsed
            : throw new InvalidOperationException(fault);
}
